package io.jari.nonsense;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** One thing that is wrong, or odd, with a request that was not. */
final class Mutations {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String HERE = "\"~here~\"";

    private final Requests requests;
    private final Random random;

    Mutations(Requests requests, Random random) {
        this.requests = requests;
        this.random = random;
    }

    Request of(Request request, Operation operation) {
        var withBody = request.body().length > 0;
        return switch (random.nextInt(withBody ? 12 : 6)) {
            case 0, 1 -> request.to(address(operation, true) + address(operation, random.nextBoolean(), "?"));
            case 2 -> request.to(address(operation, false) + address(operation, true, "?"));
            case 3, 4 -> header(request);
            case 5 -> random.nextInt(3) > 0 ? request : request.by(any(Words.METHODS));
            case 6 -> request.of(bytes(request.body()));
            default -> request.of(field(request.body()));
        };
    }

    private String address(Operation operation, boolean wrong) {
        return requests.path(operation, _ -> wrong ? any(Words.OF_ADDRESSES) : "1");
    }

    private String address(Operation operation, boolean wrong, String sign) {
        var query = requests.query(
                operation, _ -> true, name -> wrong && !name.equals("wait") ? any(Words.OF_ADDRESSES) : "1");
        return query.isEmpty() ? "" : sign + query.substring(1);
    }

    private Request header(Request request) {
        var name = any(List.copyOf(Words.OF_HEADERS.keySet()));
        var value = any(Words.OF_HEADERS.getOrDefault(name, List.of("")));
        return random.nextInt(5) == 0 ? request.and(name, value) : request.with(name, value);
    }

    /** The body as other bytes. */
    private byte[] bytes(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        return switch (random.nextInt(10)) {
            case 0 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            case 1 -> text.getBytes(StandardCharsets.UTF_16);
            case 2 -> text.getBytes(StandardCharsets.UTF_16LE);
            case 3 -> Arrays.copyOf(body, random.nextInt(body.length));
            case 4 -> inserted(body, (byte) 0xC0, (byte) 0x80); // overlong
            case 5 -> inserted(body, (byte) 0xED, (byte) 0xA0, (byte) 0x80); // half of a pair
            case 6 -> inserted(body, (byte) 0);
            case 7 -> inserted(body, (byte) 0xFF);
            case 8 -> (text + text).getBytes(StandardCharsets.UTF_8);
            default -> any(Words.BODIES).getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] inserted(byte[] body, byte... more) {
        var at = random.nextInt(body.length + 1);
        var all = Arrays.copyOf(body, body.length + more.length);
        System.arraycopy(body, at, all, at + more.length, body.length - at);
        System.arraycopy(more, 0, all, at, more.length);
        return all;
    }

    /** One field, however deep, is gone, doubled, or something else. */
    private byte[] field(byte[] body) {
        try {
            var json = JSON.readTree(body);
            var change = random.nextInt(8);
            change(json, change);
            var raw = any(Words.VALUES);
            return json.toString()
                    .replace(HERE, change == 2 ? "1,\"~here~\":1,\"~here~\":2" : raw)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void change(JsonNode json, int change) {
        var within = json.isContainerNode() ? json.size() : 0;
        if (within == 0) {
            return;
        }
        var at = random.nextInt(within);
        switch (json) {
            case ObjectNode object -> {
                var name = List.copyOf(object.properties()).get(at).getKey();
                if (object.path(name).isContainerNode() && !object.path(name).isEmpty() && random.nextInt(3) > 0) {
                    change(object.path(name), change);
                } else if (change == 0) {
                    object.remove(name);
                } else if (change == 1) {
                    object.put("unknown", 1);
                } else if (change == 3) {
                    object.putNull(name);
                } else {
                    object.put(name, "~here~");
                }
            }
            case ArrayNode array -> array.insert(at, "~here~");
            default -> throw new IllegalStateException(json.toString());
        }
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
