package org.rivages.site;

import gg.jte.TemplateEngine;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rivages.access.Viewer;
import org.springframework.stereotype.Component;

/** What stands behind every page: words, settings, assets, templates, the desk's menu. */
@Component
public class Site {
    private final Texts texts;
    private final SiteSettingsStore settings;
    private final Assets assets;
    private final TemplateEngine templates;
    private final Links links;
    private final List<DeskEntry> desk;
    private final List<DemoLink> demoLinks;
    private final List<ListSection> lists;

    Site(
            Texts texts,
            SiteSettingsStore settings,
            Assets assets,
            TemplateEngine templates,
            Links links,
            List<DeskEntry> desk,
            List<DemoLink> demoLinks,
            List<ListSection> lists) {
        this.texts = texts;
        this.settings = settings;
        this.assets = assets;
        this.templates = templates;
        this.links = links;
        this.desk = desk.stream().sorted(Comparator.comparingInt(DeskEntry::order)).toList();
        this.demoLinks = demoLinks;
        this.lists = lists;
    }

    public Texts texts() {
        return texts;
    }

    public SiteSettings settings() {
        return settings.get();
    }

    /**
     * For addresses that must name their host: of calendars to subscribe to, for other programs.
     */
    public Links links() {
        return links;
    }

    List<DemoLink> demoLinks() {
        return demoLinks;
    }

    List<Fragment> below(Page page, String list, String query) {
        return lists.stream()
                .map(each -> each.section(page, list, query))
                .flatMap(Optional::stream)
                .toList();
    }

    Assets assets() {
        return assets;
    }

    TemplateEngine templates() {
        return templates;
    }

    List<DeskEntry> desk(Viewer viewer) {
        return desk.stream().filter(entry -> entry.isFor(viewer)).toList();
    }
}
