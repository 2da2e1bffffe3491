package org.rivages.site;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.search.ContentVersion;
import org.rivages.search.SearchChanges;
import org.rivages.shared.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one row of settings, kept in memory until something public changes, and for some seconds at
 * most.
 */
@Component
public class SiteSettingsStore {
    private static final long KEEP_NANOS = 5_000_000_000L;

    /** The settings have no id of their own; this one stands for them where ids are wanted. */
    public static final UUID ID = new UUID(0, 1);

    private record Kept(SiteSettings settings, long version, long until) {}

    private final JdbcClient jdbc;
    private final SearchChanges changes;
    private final ContentVersion version;
    private volatile @Nullable Kept kept;

    SiteSettingsStore(JdbcClient jdbc, SearchChanges changes, ContentVersion version) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.version = version;
    }

    public SiteSettings get() {
        Kept now = kept;
        long current = version.now();
        if (now != null && now.version == current && now.until - System.nanoTime() > 0) {
            return now.settings;
        }
        SiteSettings settings =
                jdbc.sql("select settings from site.settings")
                        .query(String.class)
                        .optional()
                        .map(json -> Json.read(json, SiteSettings.class))
                        .orElse(SiteSettings.FIRST);
        kept = new Kept(settings, current, System.nanoTime() + KEEP_NANOS);
        return settings;
    }

    /** Every page shows the settings, so all kept pages are forgotten after the commit. */
    public void save(SiteSettings settings) {
        jdbc.sql(
                        """
                        insert into site.settings (settings) values (:settings::jsonb)
                        on conflict (singleton) do update
                        set settings = excluded.settings, updated_at = clock_timestamp()
                        """)
                .param("settings", Json.write(settings))
                .update();
        changes.changed("site", ID);
    }
}
