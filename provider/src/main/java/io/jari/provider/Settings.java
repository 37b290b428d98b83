package io.jari.provider;

import io.jari.provider.callback.Tempo;
import io.jari.provider.shop.Shop;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** What a provider is started with; the host is an address of this machine, port 0 any free one. */
public record Settings(String host, int port, Path data, List<Shop> shops, InstantSource clock, Tempo tempo) {}
