package io.jari.load;

/** The same in Korean and English. */
record Words(String ko, String en) {}
