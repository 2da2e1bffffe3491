package org.rivages.site;

import org.jspecify.annotations.Nullable;
import org.rivages.shared.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one row of settings, kept in memory for some seconds so that other copies' changes show. */
@Component
public class SiteSettingsStore {
    private static final long KEEP_NANOS = 5_000_000_000L;

    private record Kept(SiteSettings settings, long until) {}

    private final JdbcClient jdbc;
    private volatile @Nullable Kept kept;

    SiteSettingsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public SiteSettings get() {
        Kept now = kept;
        if (now != null && now.until - System.nanoTime() > 0) {
            return now.settings;
        }
        SiteSettings settings =
                jdbc.sql("select settings from site.settings")
                        .query(String.class)
                        .optional()
                        .map(json -> Json.read(json, SiteSettings.class))
                        .orElse(SiteSettings.FIRST);
        kept = new Kept(settings, System.nanoTime() + KEEP_NANOS);
        return settings;
    }

    public void save(SiteSettings settings) {
        jdbc.sql(
                        """
                        insert into site.settings (settings) values (:settings::jsonb)
                        on conflict (singleton) do update
                        set settings = excluded.settings, updated_at = clock_timestamp()
                        """)
                .param("settings", Json.write(settings))
                .update();
        kept = null;
    }
}
