package io.jari.nonsense;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** What earlier answers told, for later calls by whomever: the newest of each kind of thing. */
final class Memory {
    private static final int MOST_OF_A_KIND = 200;
    private static final int MOST_OF_A_LIST = 6;
    private static final int LONGEST = 12_000;
    private static final Set<String> NOT_TO_BE_TRIED = Set.of("email", "phone", "password", "name", "limit");

    private final Map<String, List<Thing>> byName = new HashMap<>();
    private final Set<String> spared;

    /** @param spared accounts that the test itself needs */
    Memory(Set<String> spared) {
        this.spared = spared;
    }

    /** Every object of an answer is a thing, with the ids of what it is part of. The first of them is the answer itself. */
    Thing learn(JsonNode answer, Thing about, Random random) {
        if (answer.isArray()) {
            for (var i = 0; i < Math.min(MOST_OF_A_LIST, answer.size()); i++) {
                learn(answer.path(random.nextInt(answer.size())), about, random);
            }
            return about;
        }
        var words = new HashMap<String, String>();
        for (var field : answer.properties()) {
            var text = field.getValue().asText();
            if (field.getValue().isValueNode()
                    && !text.isEmpty()
                    && !field.getValue().isNull()
                    && text.length() <= LONGEST
                    && !NOT_TO_BE_TRIED.contains(field.getKey())) {
                words.put(field.getKey(), text);
            }
        }
        alsoCalled(words);
        var thing = about.and(words);
        if (spared.contains(thing.words().getOrDefault("accountID", ""))) {
            return Thing.NONE;
        }
        keep(thing);
        var whole = new Thing(thing.ids(), thing.caller());
        for (var part : answer) {
            if (part.isContainerNode()) {
                learn(part, whole, random);
            }
        }
        return thing;
    }

    /** What is asked for under another name than it was told. */
    private static void alsoCalled(Map<String, String> words) {
        also(words, "planURL", "hash");
        also(words, "link", "token");
        also(words, "url", "token");
        also(words, "next", "cursor");
        also(words, "pass", "Queue-Pass");
        also(words, words.containsKey("ahead") || words.containsKey("askAfterMillis") ? "token" : "", "Queue-Token");
    }

    private static void also(Map<String, String> words, String told, String asked) {
        var word = words.get(told);
        if (word != null) {
            words.putIfAbsent(asked, word.replaceAll(".*[#=/]", ""));
        }
    }

    private synchronized void keep(Thing thing) {
        for (var name : thing.words().keySet()) {
            var all = byName.computeIfAbsent(name, _ -> new ArrayList<>());
            all.add(thing);
            if (all.size() > MOST_OF_A_KIND) {
                all.removeFirst();
            }
        }
    }

    /** What is known of one thing, with the rest of these names from something that is of the same; else from something else altogether. */
    synchronized Thing completed(Thing known, Collection<String> names, Random random) {
        var missing =
                names.stream().filter(name -> !known.words().containsKey(name)).toList();
        var rest = any(missing, thing -> thing.agrees(known), random);
        return rest.agrees(known)
                ? rest.and(known.words())
                : known.and(any(names, _ -> true, random).words());
    }

    synchronized Thing any(Collection<String> names, Random random) {
        return any(names, _ -> true, random);
    }

    /** Something that was not there from the start. */
    synchronized Thing later(Collection<String> names, Random random) {
        return any(names, thing -> !thing.ofTheDemo(), random);
    }

    /** Something that has all these names; where nothing has, made of what has some. */
    private Thing any(Collection<String> names, Predicate<Thing> wanted, Random random) {
        var known = names.stream().filter(byName::containsKey).toList();
        if (known.isEmpty()) {
            return Thing.NONE;
        }
        var rarest = known.stream()
                .min(Comparator.comparingInt(name -> of(name).size()))
                .orElseThrow();
        var fitting = of(rarest).stream()
                .filter(thing -> thing.words().keySet().containsAll(known) && wanted.test(thing))
                .toList();
        if (!fitting.isEmpty()) {
            var first = fitting.stream().filter(Thing::ofTheDemo).toList();
            var from = first.isEmpty() || random.nextInt(4) == 0 ? fitting : first;
            return from.get(random.nextInt(from.size()));
        }
        var made = Thing.NONE;
        for (var name : known) {
            var one = of(name).get(random.nextInt(of(name).size()));
            made = new Thing(made.words(), one.caller())
                    .and(Map.of(name, Objects.requireNonNull(one.words().get(name))));
        }
        return made;
    }

    /** Something of any kind, each kind as likely as another. */
    synchronized Thing any(Random random) {
        var kinds = byName.keySet().stream().filter(Thing::isId).sorted().toList();
        return kinds.isEmpty() ? Thing.NONE : any(List.of(kinds.get(random.nextInt(kinds.size()))), random);
    }

    private List<Thing> of(String name) {
        return byName.getOrDefault(name, List.of());
    }
}
