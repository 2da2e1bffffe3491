package org.rivages.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Allow;
import org.rivages.shared.NotFound;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Styles, scripts, fonts and pictures. Each room may have a {@code <room>.css} and a {@code
 * <room>.js}; they are joined into one file each, {@code app.css} and {@code app.js}. Addresses
 * carry a hash of the content, so a browser keeps them for ever.
 */
@Controller
@Allow(Allow.Who.EVERYBODY)
class Assets {
    private static final Pattern CSS_URL =
            Pattern.compile("url\\(\"?\\.\\./((?:img|fonts)/[^\")]+)\"?\\)");

    private record Asset(byte[] bytes, String type, String hash) {}

    private final Map<String, Asset> assets = new LinkedHashMap<>();

    Assets() {
        try {
            var find = new PathMatchingResourcePatternResolver();
            for (Resource file : find.getResources("classpath*:org/rivages/site/assets/*/*.*")) {
                String path = file.getURL().getPath();
                String name = path.substring(path.lastIndexOf("/assets/") + 8);
                add(name, file.getContentAsByteArray());
            }
            add(
                    "htmx.js",
                    one(find, "classpath*:META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js"));
            add("app.js", joined(find, "js"));
            add("app.css", withHashes(new String(joined(find, "css"), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] one(PathMatchingResourcePatternResolver find, String pattern)
            throws IOException {
        return find.getResources(pattern)[0].getContentAsByteArray();
    }

    /** The site's own file first, then the rooms' in the order of their names. */
    private static byte[] joined(PathMatchingResourcePatternResolver find, String type)
            throws IOException {
        List<Resource> files =
                new ArrayList<>(
                        Arrays.asList(find.getResources("classpath*:org/rivages/*/*." + type)));
        files.sort(
                Comparator.comparing(
                                (Resource file) -> !("" + file.getFilename()).startsWith("site."))
                        .thenComparing(file -> "" + file.getFilename()));
        StringBuilder all = new StringBuilder();
        for (Resource file : files) {
            all.append(file.getContentAsString(StandardCharsets.UTF_8)).append('\n');
        }
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] withHashes(String css) {
        Matcher matcher = CSS_URL.matcher(css);
        return matcher.replaceAll(found -> "url(\"" + url(found.group(1)) + "\")")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void add(String name, byte[] bytes) {
        assets.put(name, new Asset(bytes, type(name), hash(bytes)));
    }

    String url(String name) {
        Asset asset = assets.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("no such asset: " + name);
        }
        return "/assets/" + asset.hash + "/" + name;
    }

    @GetMapping("/assets/{hash}/{name}")
    ResponseEntity<byte[]> file(@PathVariable String hash, @PathVariable String name) {
        return answer(hash, assets.get(name));
    }

    @GetMapping("/assets/{hash}/{folder}/{name}")
    ResponseEntity<byte[]> file(
            @PathVariable String hash, @PathVariable String folder, @PathVariable String name) {
        return answer(hash, assets.get(folder + "/" + name));
    }

    private static ResponseEntity<byte[]> answer(String hash, @Nullable Asset asset) {
        if (asset == null || !asset.hash.equals(hash)) {
            throw new NotFound("asset");
        }
        return ResponseEntity.ok()
                .header("Content-Type", asset.type)
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .body(asset.bytes);
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css;charset=UTF-8";
            case "js" -> "text/javascript;charset=UTF-8";
            case "svg" -> "image/svg+xml";
            case "woff2" -> "font/woff2";
            case "png" -> "image/png";
            case "txt" -> "text/plain;charset=UTF-8";
            default -> "application/octet-stream";
        };
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
