package io.jari.page;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A page as a browser got it. */
public record Html(int status, String path, String body) {
    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-z][a-z0-9]*)((?:\\s+[a-z-]+(?:=\"[^\"<]*\")?)*)\\s*(/?)>");
    private static final Pattern FIELD =
            Pattern.compile("<(?:input|textarea)[^>]*?name=\"(\\w+)\"(?:[^>]*?value=\"([^\"]*)\")?");
    private static final Set<String> VOID = Set.of("meta", "link", "input", "br", "img", "hr", "rect", "path");

    /** What a form would send if nothing were typed. */
    public Map<String, String> form(String action) {
        var form = Pattern.compile(
                        "<form method=\"post\" action=\"" + Pattern.quote(action) + "\".*?</form>", Pattern.DOTALL)
                .matcher(body);
        if (!form.find()) {
            throw new AssertionError("no form for " + action + " in\n" + body);
        }
        var fields = new LinkedHashMap<String, String>();
        FIELD.matcher(form.group())
                .results()
                .forEach(field -> fields.put(
                        field.group(1),
                        plain(Optional.ofNullable(field.group(2)).orElse(""))));
        return fields;
    }

    /** Without the module that every page has: a script that is left was put there. */
    public String withoutModule() {
        return body.replaceFirst("<script type=\"module\" src=\"/assets/[0-9a-f]{12}/page\\.js\"></script>", "");
    }

    /** The address of the first link that contains this. */
    public String link(String part) {
        var link = Pattern.compile("href=\"([^\"]*" + Pattern.quote(part) + "[^\"]*)\"")
                .matcher(body);
        if (!link.find()) {
            throw new AssertionError("no link to " + part + " in\n" + body);
        }
        return plain(link.group(1));
    }

    /** Empty when every element is closed where it should be and every angle bracket belongs to a tag. */
    public Optional<String> flaw() {
        var rest = body.replaceFirst("^<!doctype html>", "");
        var open = new ArrayDeque<String>();
        var tags = TAG.matcher(rest);
        while (tags.find()) {
            var name = tags.group(2);
            if (tags.group(1).isEmpty() && !VOID.contains(name)) {
                open.push(name);
            } else if (!tags.group(1).isEmpty() && !name.equals(open.poll())) {
                return Optional.of("</" + name + "> closes something else");
            }
        }
        if (!open.isEmpty()) {
            return Optional.of(open + " never closed");
        }
        var text = tags.replaceAll("");
        return text.contains("<") || text.contains(">") ? Optional.of("a stray bracket in " + text) : Optional.empty();
    }

    private static String plain(String escaped) {
        return escaped.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
