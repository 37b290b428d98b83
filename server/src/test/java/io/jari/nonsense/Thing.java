package io.jari.nonsense;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is known together, by name: the ids and other words of one reservation, or of one room of one hotel, and who was told them. */
record Thing(Map<String, String> words, String caller) {
    static final Thing NONE = new Thing(Map.of(), "");

    /** What may stand for a name: itself, or what is the same under another name. */
    List<String> candidates(String name) {
        var itself = words.get(name);
        if (itself != null) {
            return List.of(itself);
        }
        return switch (name) {
            case "paymentID", "reference" -> of("", "reservationID", "holdID", "chargeID");
            case "toRoomID", "fromRoomID" -> of("", "roomID");
            case "subject" ->
                Stream.of(
                                of("", "reservationID", "holdID"),
                                of("reservation:", "reservationID"),
                                of("account:", "accountID"))
                        .flatMap(List::stream)
                        .toList();
            case "scope" ->
                Stream.of(of("hotel-", "hotelID"), of("concert-", "concertID"), List.of("all"))
                        .flatMap(List::stream)
                        .toList();
            default -> List.of();
        };
    }

    private List<String> of(String before, String... names) {
        return Stream.of(names)
                .filter(words::containsKey)
                .map(name -> before + words.get(name))
                .toList();
    }

    /** With what else is known; where both know, the other is newer. */
    Thing and(Map<String, String> others) {
        var all = new HashMap<>(words);
        all.putAll(others);
        return new Thing(Map.copyOf(all), caller);
    }

    /** Whether no id is another than there. */
    boolean agrees(Thing other) {
        return ids().entrySet().stream()
                .allMatch(id ->
                        other.words.getOrDefault(id.getKey(), id.getValue()).equals(id.getValue()));
    }

    /** The ids alone: what belongs to the whole belongs to its parts. */
    Map<String, String> ids() {
        var ids = new LinkedHashMap<String, String>();
        words.forEach((name, word) -> {
            if (isId(name)) {
                ids.put(name, word);
            }
        });
        return ids;
    }

    /** What was there from the start, and is on sale. */
    boolean ofTheDemo() {
        return Stream.of("hotelID", "concertID")
                .anyMatch(name -> words.getOrDefault(name, "").matches("[1-3]"));
    }

    /** What one has of a place in a line. */
    static boolean isOfLine(String name) {
        return name.startsWith("Queue-");
    }

    static boolean isId(String name) {
        return name.endsWith("ID");
    }
}
