package io.jari.console.revenue;

import io.jari.console.Console;
import io.jari.console.revenue.InventoryPage.Choice;
import io.jari.hotel.Hotel;
import io.jari.hotel.Room;
import io.jari.hotel.RoomType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages about the hotel itself. */
final class HousePages {
    private HousePages() {}

    /** What the pages have in common: where one is, and where else one can go. */
    record Place(String base, String api, List<Tab> tabs) {}

    record Tab(String words, String link, boolean current) {}

    /** What guests read, the policies, and what staff alone see. */
    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HouseAboutPage(Console console, Place place, Hotel hotel, List<String> zones, boolean removes)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HouseTypesPage(Console console, Place place, Hotel hotel, int digits, List<TypeRow> types)
            implements TemplateInstance {}

    record TypeRow(
            String id, String code, String name, int guests, int rank, int rooms, String overbooking, boolean closed) {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HouseTypePage(Console console, Place place, Hotel hotel, RoomType type, int rooms)
            implements TemplateInstance {}

    /** @param next the address of further rooms; empty: these are all */
    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HouseRoomsPage(Console console, Place place, List<Choice> types, List<RoomRow> rooms, String next)
            implements TemplateInstance {}

    record RoomRow(String id, String number, int floor, String type) {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HouseRoomPage(Console console, Place place, Room room, List<Choice> types) implements TemplateInstance {}
}
