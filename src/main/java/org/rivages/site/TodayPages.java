package org.rivages.site;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rivages.access.Allow;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page of the desk: what waits today, from every room. */
@Controller
@Allow
class TodayPages {
    private final List<TodaySection> sections;

    TodayPages(List<TodaySection> sections) {
        this.sections = sections;
    }

    @GetMapping({"/{lang}/desk", "/{lang}/desk/"})
    ModelAndView today(Page page) {
        List<Section> shown =
                sections.stream()
                        .map(section -> section.section(page))
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparingInt(Section::order))
                        .toList();
        return page.view("org/rivages/site/today", "sections", shown);
    }
}
