package org.rivages.participation;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.bidi.support.ICUBreakers;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.rivages.shared.Language;
import org.springframework.stereotype.Component;

/**
 * A template (XHTML with its own style) as a tagged PDF: language, title, embedded fonts, Arabic
 * joined and in its direction. Asks nothing from outside.
 */
@Component
class PdfWriter {
    private static final String FAMILY = "Vazirmatn";

    private final TemplateEngine templates;

    PdfWriter(TemplateEngine templates) {
        this.templates = templates;
    }

    /**
     * @param template as {@code org/rivages/participation/certificatePdf}; well-formed XML
     * @param style the print style, one of ours from {@link #style}
     */
    byte[] write(String template, String style, Map<String, Object> params, Language language) {
        Map<String, Object> all = new HashMap<>(params);
        all.put("style", style);
        StringOutput html = new StringOutput();
        templates.render(template + ".jte", all, html);
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        try {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePdfUaAccessibility(true);
            builder.useFont(font("Regular"), FAMILY, 400, FontStyle.NORMAL, true);
            builder.useFont(font("Bold"), FAMILY, 700, FontStyle.NORMAL, true);
            builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
            builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
            builder.useUnicodeLineBreaker(new ICUBreakers.ICULineBreaker(language.locale()));
            builder.defaultTextDirection(
                    language == Language.AR ? TextDirection.RTL : TextDirection.LTR);
            builder.withHtmlContent(html.toString(), null);
            builder.toStream(out);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A style sheet of {@code papers/}. */
    static String style(String name) {
        try (InputStream file = PdfWriter.class.getResourceAsStream("papers/" + name + ".css")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FSSupplier<InputStream> font(String weight) {
        return () ->
                Objects.requireNonNull(
                        PdfWriter.class.getResourceAsStream("papers/Vazirmatn-" + weight + ".ttf"));
    }
}
