package org.rivages.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rivages.shared.NotFound;
import org.rivages.support.RivagesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RivagesTest
class FilesIT {
    private static final Set<FileType> ALL = EnumSet.allOf(FileType.class);
    private static final int MOST = 1_000_000;

    @Autowired Files files;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @ParameterizedTest
    @EnumSource(FileType.class)
    void what_it_is_decides_and_not_its_name(FileType type) {
        byte[] bytes = example(type);
        Storing stored = store("holiday.exe", bytes, ALL, MOST);
        assertThat(stored)
                .isInstanceOfSatisfying(
                        Storing.Stored.class,
                        one -> {
                            assertThat(one.file().type()).isEqualTo(type);
                            assertThat(files.bytes(one.file().id())).isEqualTo(bytes);
                        });
    }

    @Test
    void a_zip_called_cv_pdf_is_refused() {
        byte[] zip = zip(Map.of("readme.txt", "hello"));
        assertThat(store("cv.pdf", zip, ALL, MOST)).isInstanceOf(Storing.WrongType.class);
    }

    @Test
    void a_small_zip_of_gigabytes_is_not_unpacked_to_its_end() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            byte[] nothing = new byte[1_000_000];
            zip.putNextEntry(new ZipEntry("nothing.bin"));
            for (int i = 0; i < 200; i++) {
                zip.write(nothing);
            }
            zip.putNextEntry(new ZipEntry("word/document.xml"));
        }
        assertThat(out.size()).isLessThan(MOST);
        assertThat(store("cv.docx", out.toByteArray(), ALL, MOST))
                .isInstanceOf(Storing.WrongType.class);
    }

    @Test
    void text_markup_and_programs_are_refused() {
        for (String content :
                new String[] {
                    "plain",
                    "<html><script>alert(1)</script>",
                    "<svg xmlns='http://www.w3.org/2000/svg'/>",
                    "MZ\u0000\u0001",
                    "#!/bin/sh\n"
                }) {
            assertThat(store("cv.pdf", content.getBytes(StandardCharsets.UTF_8), ALL, MOST))
                    .as(content)
                    .isInstanceOf(Storing.WrongType.class);
        }
    }

    @Test
    void a_good_file_of_a_type_not_asked_for_is_refused() {
        assertThat(store("photo.png", example(FileType.PNG), Set.of(FileType.PDF), MOST))
                .isEqualTo(new Storing.WrongType(Set.of(FileType.PDF)));
    }

    @Test
    void nothing_and_too_much_are_refused() {
        assertThat(store("cv.pdf", new byte[0], ALL, MOST)).isInstanceOf(Storing.Empty.class);
        byte[] pdf = example(FileType.PDF);
        assertThat(store("cv.pdf", pdf, ALL, pdf.length)).isInstanceOf(Storing.Stored.class);
        assertThat(store("cv.pdf", pdf, ALL, pdf.length - 1))
                .isEqualTo(new Storing.TooLarge(pdf.length - 1));
    }

    @Test
    void no_more_than_the_limit_is_ever_read() {
        InputStream endless =
                new InputStream() {
                    private long read;

                    @Override
                    public int read() {
                        read++;
                        assertThat(read).isLessThan(5_000);
                        return 'x';
                    }
                };
        assertThat(transaction.<Storing>execute(status -> files.store("big", endless, ALL, 4_000)))
                .isEqualTo(new Storing.TooLarge(4_000));
    }

    @Test
    void the_same_content_is_stored_once_and_goes_with_its_last_file() {
        byte[] pdf = example(FileType.PDF);
        UUID one = stored("a.pdf", pdf);
        UUID other = stored("b.pdf", pdf);
        assertThat(contents(one)).isEqualTo(1);
        delete(one);
        assertThat(files.file(one)).isEmpty();
        assertThat(files.bytes(other)).isEqualTo(pdf);
        String sha256 = sha256(other);
        delete(other);
        assertThat(
                        jdbc.sql("select count(*) from files.content where sha256 = :h")
                                .param("h", sha256)
                                .query(Integer.class)
                                .single())
                .isZero();
        assertThatThrownBy(() -> files.bytes(other)).isInstanceOf(NotFound.class);
    }

    @Test
    void it_is_given_back_as_an_attachment_that_no_browser_runs() {
        UUID id = stored("../../سيرة ذاتية\r\nX: y\".pdf", example(FileType.PDF));
        ResponseEntity<byte[]> answer = files.attachment(id);
        assertThat(answer.getHeaders().getFirst("Content-Disposition"))
                .startsWith("attachment;")
                .doesNotContain("\r", "\n", "..");
        assertThat(answer.getHeaders().getFirst("Content-Type")).isEqualTo("application/pdf");
        assertThat(answer.getHeaders().getFirst("Cache-Control")).isEqualTo("private, no-store");
        assertThat(answer.getHeaders().getFirst("Content-Security-Policy")).contains("sandbox");
        assertThat(files.file(id).orElseThrow().name()).isEqualTo("سيرة ذاتيةX y.pdf");
    }

    @Test
    void what_is_rolled_back_is_not_kept() {
        UUID id =
                transaction.execute(status -> {
                    status.setRollbackOnly();
                    return ((Storing.Stored)
                                    files.store(
                                            "a.pdf",
                                            new ByteArrayInputStream(example(FileType.PDF)),
                                            ALL,
                                            MOST))
                            .file()
                            .id();
                });
        assertThat(files.file(id)).isEmpty();
    }

    // ---- tools

    private Storing store(String name, byte[] bytes, Set<FileType> allowed, int most) {
        return transaction.execute(
                status -> files.store(name, new ByteArrayInputStream(bytes), allowed, most));
    }

    private UUID stored(String name, byte[] bytes) {
        return ((Storing.Stored) store(name, bytes, ALL, MOST)).file().id();
    }

    private void delete(UUID id) {
        transaction.executeWithoutResult(status -> files.delete(id));
    }

    private String sha256(UUID id) {
        return jdbc.sql("select sha256 from files.file where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private int contents(UUID id) {
        return jdbc.sql("select count(*) from files.content where sha256 = :h")
                .param("h", sha256(id))
                .query(Integer.class)
                .single();
    }

    private static byte[] example(FileType type) {
        return switch (type) {
            case PDF -> pdf();
            case PNG -> image("png");
            case JPEG -> image("jpg");
            case WORD ->
                    zip(
                            Map.of(
                                    "[Content_Types].xml",
                                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
                                    "word/document.xml",
                                    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>"));
            case OPEN_TEXT -> openText();
        };
    }

    private static byte[] pdf() {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setTitle(UUID.randomUUID().toString());
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] image(String format) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] zip(Map<String, String> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    /** As office programs write it: the type first, not compressed. */
    private static byte[] openText() {
        byte[] type = FileType.OPEN_TEXT.mediaType().getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(type);
        ZipEntry first = new ZipEntry("mimetype");
        first.setMethod(ZipEntry.STORED);
        first.setSize(type.length);
        first.setCrc(crc.getValue());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(first);
            zip.write(type);
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(
                    "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"/>"
                            .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
