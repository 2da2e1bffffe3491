package org.rivages.selection;

import java.util.Set;
import org.rivages.access.Role;
import org.rivages.calls.CallStep;
import org.rivages.site.DeskEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the room stands at the desk. */
@Configuration(proxyBeanMethods = false)
class SelectionDesk {
    private static final Set<Role> COMMITTEE =
            Set.of(Role.COMMITTEE_CHAIR, Role.PROGRAMME_MANAGER, Role.SECRETARIAT);

    @Bean
    DeskEntry selectionEntry() {
        return new DeskEntry("/desk/selection", "selection.desk", 45, COMMITTEE);
    }

    @Bean
    CallStep boardStep() {
        return new CallStep("/board", "selection.board.title", 30, COMMITTEE);
    }

    @Bean
    CallStep rulesStep() {
        return new CallStep("/board/rules", "selection.rules.title", 40, COMMITTEE);
    }

    @Bean
    CallStep decisionsStep() {
        return new CallStep("/decisions", "selection.decisions.title", 50, COMMITTEE);
    }
}
