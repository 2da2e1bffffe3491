package org.rivages.participation;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rivages.programmes.EditionId;
import org.rivages.programmes.EditionSummary;
import org.rivages.programmes.ProgrammeId;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.site.SiteExamples;

class PdfWriterTests {
    private static final EditionSummary EDITION =
            new EditionSummary(
                    new EditionId(UUID.randomUUID()),
                    new ProgrammeId(UUID.randomUUID()),
                    "workshops",
                    LocalizedText.of(
                            "Metropolitan Workshops", "Ateliers métropolitains", "الورشات الحضرية"),
                    "2027",
                    LocalizedText.of("Edition 2027", "Édition 2027", "دورة 2027"),
                    2027,
                    true);

    private final PdfWriter writer =
            new PdfWriter(TemplateEngine.createPrecompiled(ContentType.Html));

    @ParameterizedTest
    @CsvSource({
        "EN,Zoë Ångström-Müller,Certificate of attendance",
        "FR,Éléonore d’Étiolles,Attestation de participation",
        "AR,سلمى بن حدو,شهادة مشاركة"
    })
    void isTaggedTitledEmbeddedAndReadable(Language language, String name, String title)
            throws IOException {
        byte[] pdf = certificate(language, name);
        Path folder = Files.createDirectories(Path.of("target", "papers"));
        Files.write(folder.resolve("certificate-" + language + ".pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language.code());
            assertThat(document.getDocumentInformation().getTitle()).contains(name);
            assertThat(document.getDocumentInformation().getSubject()).isEqualTo(title);
            for (PDFont font : fonts(document)) {
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
            String text = new PDFTextStripper().getText(document);
            assertThat(plain(text))
                    .contains(plain(name))
                    .contains(plain(title))
                    .contains("ABCD-EFGH-0123-4567");
        }
    }

    private byte[] certificate(Language language, String name) {
        Certificate certificate =
                new Certificate(
                        UUID.randomUUID(),
                        new PlaceId(UUID.randomUUID()),
                        "ABCD-EFGH-0123-4567",
                        name,
                        language,
                        17,
                        18,
                        Instant.parse("2027-11-20T10:00:00Z"),
                        null,
                        "");
        return writer.write(
                "org/rivages/participation/certificatePdf",
                PdfWriter.style("certificate"),
                Map.of(
                        "words",
                        SiteExamples.words(language),
                        "certificate",
                        certificate,
                        "edition",
                        EDITION,
                        "issuer",
                        "Rivages",
                        "issued",
                        SiteExamples.words(language).day(java.time.LocalDate.of(2027, 11, 20)),
                        "check",
                        "https://rivages.example/"
                                + language.code()
                                + "/certificates/ABCD-EFGH-0123-4567"),
                language);
    }

    private static List<PDFont> fonts(PDDocument document) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name));
            }
        }
        return fonts;
    }

    /** Joined Arabic forms and their letters are the same text. */
    private static String plain(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                .replaceAll("\\s+", " ");
    }
}
