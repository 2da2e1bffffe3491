package org.rivages.accounts;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.audit.AuditTrail;
import org.rivages.shared.LocalizedText;
import org.rivages.shared.Slug;
import org.rivages.site.DeskEntry;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.rivages.site.SiteSettings;
import org.rivages.site.SiteSettingsStore;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the installation says of itself. The settings belong to {@code site}, which knows neither
 * audit nor people; their page therefore stands in this room, where the other duties of the
 * administrator are.
 */
@Controller
@Allow(roles = Role.ADMINISTRATOR)
class SettingsPages {
    private static final String PATH = "/desk/settings";
    private static final int DESK_ORDER = 960;
    private static final int NAME = 80;
    private static final int ABOUT = 500;
    private static final int MOST_CHANNELS = 12;
    private static final int EMPTY_ROWS = 2;

    private final SiteSettingsStore settings;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    SettingsPages(SiteSettingsStore settings, AuditTrail audit, TransactionTemplate transaction) {
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Bean
    static DeskEntry settingsDeskEntry() {
        return new DeskEntry(
                PATH, "accounts.settings.title", DESK_ORDER, Set.of(Role.ADMINISTRATOR));
    }

    @GetMapping("/{lang}/desk/settings")
    ModelAndView show(Page page) {
        SiteSettings now = settings.get();
        Form form =
                Form.empty()
                        .with("name", now.name())
                        .with("about", now.about())
                        .with("associateNetwork", now.associateNetwork())
                        .with("contact", now.contact())
                        .with("zone", now.zone())
                        .with(
                                "channelName",
                                now.channels().stream().map(SiteSettings.Channel::name).toList())
                        .with(
                                "channelUrl",
                                now.channels().stream().map(SiteSettings.Channel::url).toList());
        return view(page, form, HttpStatus.OK);
    }

    @PostMapping("/{lang}/desk/settings")
    ModelAndView save(Page page, Form form) {
        SiteSettings before = settings.get();
        LocalizedText name = form.requiredLocalized("name", NAME);
        LocalizedText about = form.localized("about", ABOUT);
        SiteSettings after =
                new SiteSettings(
                        name,
                        about,
                        network(form),
                        form.email("contact"),
                        channels(form),
                        zone(form),
                        before.demonstration());
        if (!form.ok()) {
            return view(page, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!after.equals(before)) {
            transaction.executeWithoutResult(status -> {
                settings.save(after);
                audit.record(
                        page.viewer().person(),
                        "accounts.settings-changed",
                        SiteSettingsStore.ID,
                        Map.of("before", before, "after", after));
            });
        }
        return page.redirect(PATH, "accounts.settings-saved.notice");
    }

    private static @Nullable String network(Form form) {
        String slug = form.line("associateNetwork", NAME);
        if (!slug.isEmpty() && !Slug.isSlug(slug)) {
            form.reject("associateNetwork", "accounts.settings.network.wrong");
        }
        return slug.isEmpty() ? null : slug;
    }

    private static String zone(Form form) {
        String zone = form.requiredLine("zone", NAME);
        if (!zone.isEmpty() && !ZoneId.getAvailableZoneIds().contains(zone)) {
            form.reject("zone", "accounts.settings.zone.wrong");
        }
        return zone;
    }

    /** Rows with neither name nor address are left out. */
    private static List<SiteSettings.Channel> channels(Form form) {
        List<String> names = form.all("channelName");
        List<String> urls = form.all("channelUrl");
        List<SiteSettings.Channel> channels = new ArrayList<>();
        for (int i = 0; i < Math.min(names.size(), urls.size()); i++) {
            String name = names.get(i).strip();
            String url = urls.get(i).strip();
            if (name.isEmpty() && url.isEmpty()) {
                continue;
            }
            if (name.isEmpty()
                    || name.length() > NAME
                    || !isAddress(url)
                    || channels.size() == MOST_CHANNELS) {
                form.reject("channels", "accounts.settings.channels.wrong", "most", MOST_CHANNELS);
            }
            channels.add(new SiteSettings.Channel(name, url));
        }
        return channels;
    }

    private static boolean isAddress(String url) {
        try {
            URI uri = new URI(url);
            return "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && url.length() <= Form.LINE;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static ModelAndView view(Page page, Form form, HttpStatus status) {
        int rows =
                Math.max(form.all("channelName").size(), form.all("channelUrl").size())
                        + EMPTY_ROWS;
        ModelAndView view =
                page.view(
                        "org/rivages/accounts/settings",
                        "form",
                        form,
                        "rows",
                        Math.min(rows, MOST_CHANNELS),
                        "zones",
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(zone -> zone.contains("/"))
                                .sorted()
                                .toList());
        view.setStatus(status);
        return view;
    }
}
