package io.jari.http;

import java.util.List;

/** Lines a feature adds to what is printed when the server is ready, such as the demo's logins. Any bean may be one. */
public interface Greeting {
    List<String> lines();
}
