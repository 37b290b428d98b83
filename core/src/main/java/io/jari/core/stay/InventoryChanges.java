package io.jari.core.stay;

/**
 * The net change of each row that a batch touched, as parallel columns for array parameters: room-type rows sorted by
 * (type, night), house rows by night. Rows whose sum is zero are left out. Nights are days since 1970-01-01, deltas are
 * rooms.
 */
public final class InventoryChanges {

    private final int[] typeIds;
    private final int[] typeDays;
    private final int[] typeDeltas;
    private final int[] houseDays;
    private final int[] houseDeltas;

    InventoryChanges(NightTable types, NightTable house) {
        var typeKeys = types.touched();
        typeIds = new int[typeKeys.length];
        typeDays = new int[typeKeys.length];
        typeDeltas = new int[typeKeys.length];
        for (int i = 0; i < typeKeys.length; i++) {
            typeIds[i] = (int) (typeKeys[i] >>> 32);
            typeDays[i] = (int) typeKeys[i];
            typeDeltas[i] = types.delta(types.find(typeKeys[i]));
        }
        var houseKeys = house.touched();
        houseDays = new int[houseKeys.length];
        houseDeltas = new int[houseKeys.length];
        for (int i = 0; i < houseKeys.length; i++) {
            houseDays[i] = (int) houseKeys[i];
            houseDeltas[i] = house.delta(house.find(houseKeys[i]));
        }
    }

    public boolean isEmpty() {
        return typeIds.length == 0 && houseDays.length == 0;
    }

    public int[] typeIds() {
        return typeIds.clone();
    }

    public int[] typeDays() {
        return typeDays.clone();
    }

    public int[] typeDeltas() {
        return typeDeltas.clone();
    }

    public int[] houseDays() {
        return houseDays.clone();
    }

    public int[] houseDeltas() {
        return houseDeltas.clone();
    }
}
