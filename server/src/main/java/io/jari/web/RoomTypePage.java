package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A room type of a hotel: what it is, when it is free, and what it costs. */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record RoomTypePage(
        Frame frame, Wish wish, HotelPage.HotelView hotel, HotelPage.TypeRow type, NightCalendar calendar, String back)
        implements TemplateInstance {}
