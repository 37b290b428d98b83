package io.jari.web;

import io.jari.http.Problem;
import io.jari.mail.CaughtLetter;
import io.jari.mail.CaughtLetter.Attachment;
import io.jari.mail.DemoMailbox;
import io.jari.page.CurrentVisit;
import io.jari.page.Frames;
import io.jari.page.HtmlPage;
import io.jari.page.PageHeaders;
import io.jari.page.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What a demo would have sent, for whoever tries it. In production it does not exist. */
@Path("/mailbox")
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class MailboxPageResource {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]+");

    private final DemoMailbox mailbox;
    private final Frames frames;
    private final CurrentVisit current;

    public MailboxPageResource(DemoMailbox mailbox, Frames frames, CurrentVisit current) {
        this.mailbox = mailbox;
        this.frames = frames;
        this.current = current;
    }

    @GET
    @Operation(hidden = true)
    public MailboxPage list() {
        if (!mailbox.exists()) {
            throw none();
        }
        var visit = current.get();
        var t = visit.texts();
        var rows = mailbox.all().stream()
                .map(letter -> new MailboxPage.Row(
                        link(letter), letter.subject(), letter.to(), t.moment(letter.at(), Visit.HOME)))
                .toList();
        return new MailboxPage(frames.of(visit, t.say("mailbox.title")), rows, mailbox.isCatching());
    }

    @GET
    @Path("/{letterID}")
    @Operation(hidden = true)
    public MailboxLetterPage letter(@PathParam("letterID") String id) {
        var letter = find(id);
        var visit = current.get();
        var files = IntStream.range(0, letter.attachments().size())
                .mapToObj(n -> new MailboxLetterPage.File(
                        link(letter) + "/files/" + (n + 1),
                        letter.attachments().get(n).name()))
                .toList();
        return new MailboxLetterPage(
                frames.of(visit, letter.subject()),
                letter.from(),
                letter.to(),
                visit.texts().moment(letter.at(), Visit.HOME),
                letter.messageId(),
                letter.html() == null ? null : link(letter) + "/html",
                letter.text(),
                files);
    }

    @GET
    @Path("/{letterID}/html")
    @Operation(hidden = true)
    public Response html(@PathParam("letterID") String id) {
        var html = find(id).html();
        if (html == null) {
            throw none();
        }
        return PageHeaders.framed(Response.ok(html.replaceFirst("<head>", "<head><base target=\"_blank\">")))
                .build();
    }

    @GET
    @Path("/{letterID}/files/{n}")
    @Operation(hidden = true)
    public Response file(@PathParam("letterID") String id, @PathParam("n") String n) {
        var files = find(id).attachments();
        var number = NUMBER.matcher(n).matches() ? Long.parseLong(n) : 0;
        if (number < 1 || number > files.size()) {
            throw none();
        }
        return file(files.get((int) number - 1));
    }

    private static Response file(Attachment file) {
        var name = file.name().replaceAll("[^A-Za-z0-9._-]", "_");
        return Response.ok(file.bytes())
                .type(TYPE.matcher(file.type()).matches() ? file.type() : "application/octet-stream")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    private CaughtLetter find(@Nullable String id) {
        if (id == null || !NUMBER.matcher(id).matches()) {
            throw none();
        }
        return mailbox.find(Long.parseLong(id)).orElseThrow(MailboxPageResource::none);
    }

    private static String link(CaughtLetter letter) {
        return "/mailbox/" + letter.id();
    }

    private static Problem none() {
        return Problem.notFound("page").exception();
    }
}
