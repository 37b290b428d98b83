package io.jari.nonsense;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** As it goes over the wire, whatever that is. */
record Request(String method, String target, List<Header> headers, byte[] body, boolean withBody) {
    private static final int MOST_SHOWN = 600;

    record Header(String name, String value) {}

    Request with(String name, String value) {
        var all = new ArrayList<>(headers);
        all.removeIf(header -> header.name().equalsIgnoreCase(name));
        all.add(new Header(name, value));
        return new Request(method, target, List.copyOf(all), body, withBody);
    }

    Request and(String name, String value) {
        var all = new ArrayList<>(headers);
        all.add(new Header(name, value));
        return new Request(method, target, List.copyOf(all), body, withBody);
    }

    Request to(String other) {
        return new Request(method, other, headers, body, withBody);
    }

    Request by(String other) {
        return new Request(other, target, headers, body, withBody);
    }

    Request of(byte[] other) {
        return new Request(method, target, headers, other, true);
    }

    String header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    byte[] bytes() {
        var head = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        headers.forEach(header ->
                head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
        if (withBody) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        all.writeBytes(body);
        return all.toByteArray();
    }

    @Override
    public String toString() {
        var text = new String(bytes(), StandardCharsets.UTF_8).replaceAll("Bearer \\S+", "Bearer …");
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
    }
}
