package io.jari.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** A made-up chain: the same seed makes the same hotels. */
final class Chain {
    private static final List<Words> FIRST = words("""
            한빛 Hanbit,은하 Eunha,소담 Sodam,가온 Gaon,다온 Daon,라온 Raon,누리 Nuri,아라 Ara,미르 Mireu,새벽 Saebyeok,달빛 Dalbit,\
            별빛 Byeolbit,햇살 Haetsal,노을 Noeul,이슬 Iseul,바람 Baram,구름 Gureum,하늘 Haneul,온유 Onyu,청솔 Cheongsol,매화 Maehwa,\
            동백 Dongbaek,수련 Suryeon,솔향 Solhyang,물결 Mulgyeol,여울 Yeoul,산들 Sandeul,단비 Danbi,마루 Maru,나래 Narae,도란 Doran,\
            두루 Duru,윤슬 Yunseul,시나브로 Sinabro,해오름 Haeoreum,모란 Moran""");
    private static final List<Words> SECOND = words("""
            호텔 Hotel,스테이 Stay,레지던스 Residence,하우스 House,그랜드호텔 Grand Hotel,가든 Garden,스위트 Suites,플라자 Plaza""");
    private static final List<Words> PRAISE = List.of(
            new Words("%s에서 가장 조용한 골목에 있습니다.", "On the quietest lane of %s."),
            new Words("%s의 아침이 창 밖에서 시작됩니다.", "The morning of %s begins outside the window."),
            new Words("%s까지 걸어서 오 분.", "Five minutes' walk from the heart of %s."),
            new Words("%s의 이웃들이 드나드는 작은 로비.", "A small lobby that the neighbours of %s use too."),
            new Words("%s에서 삼대째 손님을 맞습니다.", "Three generations of hosts in %s."));
    private static final List<Words> COMFORT = List.of(
            new Words("아침은 일곱 시부터, 커피는 언제나.", "Breakfast from seven, coffee always."),
            new Words("옥상에 작은 정원이 있습니다.", "There is a small garden on the roof."),
            new Words("책 삼천 권이 있는 서재를 밤새 엽니다.", "A library of three thousand books, open all night."),
            new Words("사우나와 수영장은 밤 열 시까지.", "Sauna and pool until ten at night."),
            new Words("자전거를 빌려 드립니다.", "Bicycles to borrow."));

    private final long seed;
    private final int roomTypes;
    private final int rooms;
    private final List<Place> places = new ArrayList<>();
    private final List<Integer> turns = new ArrayList<>();
    private final List<Words> names = new ArrayList<>();

    /**
     * @param roomTypes of each hotel, at most {@link RoomCatalog#SIZE}
     * @param rooms of each hotel, at least one of each type
     */
    Chain(long seed, int roomTypes, int rooms) {
        this.seed = seed;
        this.roomTypes = roomTypes;
        this.rooms = rooms;
        var random = new Random(seed);
        for (var place : Place.all()) {
            places.addAll(Collections.nCopies(place.weight(), place));
        }
        Collections.shuffle(places, random);
        for (var i = 0; i < places.size(); i++) {
            turns.add(Collections.frequency(places.subList(0, i), places.get(i)));
        }
        for (var first : FIRST) {
            for (var second : SECOND) {
                names.add(new Words(first.ko() + " " + second.ko(), first.en() + " " + second.en()));
            }
        }
        Collections.shuffle(names, random);
    }

    /** The hotel of this number, counted from 0. */
    HotelPlan hotel(int number) {
        var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
        var slot = number % places.size();
        var place = places.get(slot);
        var name = names.get((number / places.size() * place.weight() + turns.get(slot)) % names.size());
        var praise = PRAISE.get(random.nextInt(PRAISE.size()));
        var comfort = COMFORT.get(random.nextInt(COMFORT.size()));
        var level = place.levelPercent() * random.nextInt(70, 190) / 100;
        return new HotelPlan(
                new Words(
                        name.ko() + " " + place.district().ko(),
                        name.en() + " " + place.district().en()),
                new Words(
                        praise.ko().formatted(place.district().ko()) + " " + comfort.ko(),
                        praise.en().formatted(place.district().en()) + " " + comfort.en()),
                place.country(),
                place.city(),
                place.address(random.nextInt(1, 400)),
                place.timeZone(),
                place.currency(),
                place.demand(),
                policy(random),
                RoomCatalog.choose(roomTypes, rooms, place, level, random));
    }

    private static HotelPlan.Policy policy(SplittableRandom random) {
        return new HotelPlan.Policy(
                random.nextBoolean() ? "15:00" : "16:00",
                random.nextBoolean() ? "11:00" : "12:00",
                10,
                10,
                random.nextInt(4),
                "18:00",
                random.nextInt(3) == 0 ? random.nextInt(3, 11) * 10 : null);
    }

    private static List<Words> words(String list) {
        return list.lines()
                .flatMap(line -> List.of(line.split(",")).stream())
                .map(pair -> pair.strip().split(" ", 2))
                .map(pair -> new Words(pair[0], pair[1]))
                .toList();
    }
}
