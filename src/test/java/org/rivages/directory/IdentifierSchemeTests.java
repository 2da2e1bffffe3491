package org.rivages.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierSchemeTests {
    @ParameterizedTest
    @ValueSource(strings = {"05dxps055", "04wxnsj81", "03yrm5c26", "052gg0110"})
    void takesRorWhoseChecksumFits(String ror) {
        assertThat(IdentifierScheme.ROR.read(ror)).contains(ror);
        assertThat(IdentifierScheme.ROR.read("https://ror.org/" + ror)).contains(ror);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "05dxps054",
                "05dxpt055",
                "05dxsp055",
                "15dxps055",
                "05dxpi055",
                "05dxps05",
                ""
            })
    void refusesRorWithAWrongLetter(String ror) {
        assertThat(IdentifierScheme.ROR.read(ror)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WIKIDATA, Q7809, Q7809",
        "WIKIDATA, https://www.wikidata.org/wiki/Q7809, Q7809",
        "GEONAMES, 2464470, 2464470",
        "GEONAMES, https://www.geonames.org/2464470/tunis.html, 2464470",
        "ORG_ID, FR-SIRENE-123456789, FR-SIRENE-123456789",
        "ORG_ID, XM-DAC-41304, XM-DAC-41304"
    })
    void takesOtherIdentifiersAndPastedAddresses(
            IdentifierScheme scheme, String typed, String value) {
        assertThat(scheme.read(" " + typed + " ")).contains(value);
    }

    @ParameterizedTest
    @CsvSource({
        "WIKIDATA, P31",
        "WIKIDATA, Q0",
        "WIKIDATA, Q7809x",
        "GEONAMES, 0123",
        "GEONAMES, tunis",
        "ORG_ID, FR",
        "ORG_ID, fr-sirene-1",
        "ORG_ID, FR-SIRENE-<script>"
    })
    void refusesWhatIsNone(IdentifierScheme scheme, String typed) {
        assertThat(scheme.read(typed)).isEmpty();
    }

    @Test
    void leadsToTheRegister() {
        assertThat(new Identifier(IdentifierScheme.ORG_ID, "FR-SIRENE-123").url())
                .isEqualTo("https://org-id.guide/list/FR-SIRENE");
        assertThat(new Identifier(IdentifierScheme.GEONAMES, "2464470").url())
                .isEqualTo("https://www.geonames.org/2464470");
    }
}
