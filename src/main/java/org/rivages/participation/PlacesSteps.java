package org.rivages.participation;

import java.util.Set;
import org.rivages.access.Role;
import org.rivages.calls.CallStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The last stations of a call, after its decision: places and certificates. */
@Configuration(proxyBeanMethods = false)
class PlacesSteps {
    private static final Set<Role> OFFICE = Set.of(Role.SECRETARIAT, Role.PROGRAMME_MANAGER);

    @Bean
    CallStep placesStep() {
        return new CallStep("/places", "participation.desk.title", 60, OFFICE);
    }

    @Bean
    CallStep certificatesStep() {
        return new CallStep("/certificates", "participation.certificate.desk.title", 70, OFFICE);
    }
}
