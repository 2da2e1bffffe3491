package org.rivages.bench;
final class BenchSearchPostgres implements org.rivages.search.SearchEngine {
    BenchSearchPostgres(java.nio.file.Path f) {}
    public void index(java.util.function.Consumer<java.util.function.Consumer<org.rivages.search.SearchDocument>> e) {}
    public org.rivages.search.SearchResult search(org.rivages.search.SearchQuery q) { throw new IllegalStateException(); }
    public void close() {}
}
