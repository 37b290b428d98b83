package io.jari.provider;

import io.jari.provider.callback.Tempo;
import io.jari.provider.shop.Shop;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** What a provider is started with; port 0 is any free one. */
public record Settings(int port, Path data, List<Shop> shops, InstantSource clock, Tempo tempo) {}
