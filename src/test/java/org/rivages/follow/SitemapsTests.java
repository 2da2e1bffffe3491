package org.rivages.follow;

import static org.assertj.core.api.Assertions.assertThat;

import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rivages.search.Reader;
import org.rivages.search.SearchDocument;
import org.rivages.search.SearchIndex;
import org.rivages.search.SearchQuery;
import org.rivages.search.SearchResult;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.site.SiteExamples;

/** Sitemaps of many records, read by a crawler's own parser. */
class SitemapsTests {
    private static final Instant CHANGED = Instant.parse("2026-11-22T14:05:06Z");

    /** Beside the lists: home, following, accessibility, privacy. */
    private static final int PAGES = 4 + Listing.values().length;

    @Test
    void tellsEveryRecordOnceOverAllFiles() throws Exception {
        for (int records : List.of(0, 1, 59, 60, 61, 120, 200)) {
            Sitemaps sitemaps = new Sitemaps(new Numbered(records), SiteExamples.links(), 20, 3);
            List<String> told = new ArrayList<>();
            int files = sitemaps.files(records);
            for (int number = 1; number <= files; number++) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                sitemaps.file(Language.FR, number, out);
                var urls = siteMap(out.toByteArray(), number).getSiteMapUrls();
                assertThat(urls).hasSizeLessThanOrEqualTo(60 + PAGES).isNotEmpty();
                urls.forEach(url -> told.add(url.getUrl().getPath()));
            }
            assertThat(told).doesNotHaveDuplicates().hasSize(records + PAGES);
            assertThat(told)
                    .containsAll(
                            IntStream.range(0, records)
                                    .mapToObj(i -> "/fr/organisations/o" + i)
                                    .toList());
            assertThat(siteMapIndex(sitemaps, records).getSitemaps()).hasSize(3 * files);
        }
    }

    @Test
    void noFileIsLargerThanTheProtocolAllows() throws IOException, UnknownFormatException {
        int records = 100_000;
        Sitemaps sitemaps = new Sitemaps(new Numbered(records), SiteExamples.links());
        assertThat(sitemaps.files(records)).isEqualTo(3);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sitemaps.file(Language.FR, 1, out);
        assertThat(out.size()).isLessThan(52_428_800);
        assertThat(siteMap(out.toByteArray(), 1).getSiteMapUrls())
                .hasSizeBetween(40_000, 50_000)
                .allMatch(SiteMapURL::isValid);
    }

    private static SiteMap siteMap(byte[] xml, int number)
            throws IOException, UnknownFormatException {
        return (SiteMap)
                new SiteMapParser(true)
                        .parseSiteMap(
                                xml,
                                URI.create("http://rivages.test/fr/sitemap-" + number + ".xml")
                                        .toURL());
    }

    private static SiteMapIndex siteMapIndex(Sitemaps sitemaps, int records)
            throws IOException, UnknownFormatException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sitemaps.index(records, CHANGED, out);
        return (SiteMapIndex)
                new SiteMapParser(true)
                        .parseSiteMap(
                                out.toByteArray(),
                                URI.create("http://rivages.test/sitemap.xml").toURL());
    }

    /** An index of so many records, for visitors only. */
    private record Numbered(int records) implements SearchIndex {
        @Override
        public SearchResult search(SearchQuery query, Reader reader) {
            assertThat(reader).isEqualTo(Reader.VISITOR);
            List<SearchDocument> hits =
                    IntStream.range(
                                    Math.min(records, (query.page() - 1) * query.size()),
                                    Math.min(records, query.page() * query.size()))
                            .mapToObj(Numbered::record)
                            .toList();
            return new SearchResult(records, hits, Map.of(), Map.of(), false, "");
        }

        @Override
        public Instant changedAt() {
            return CHANGED;
        }

        private static SearchDocument record(int number) {
            return new SearchDocument(
                    "organisation",
                    new UUID(0, number),
                    "/organisations/o" + number,
                    LocalizedText.same("O" + number),
                    LocalizedText.EMPTY,
                    LocalizedText.EMPTY,
                    List.of(),
                    Map.of(),
                    Set.of(),
                    List.of(),
                    null,
                    null,
                    new LinkedHashMap<>(),
                    Set.of(),
                    CHANGED,
                    LocalizedText.EMPTY,
                    null);
        }
    }
}
