package io.jari.setting;

import java.util.List;

/** What can be set of people's ways in, of their data, and of what is told to other programs. */
final class PeopleSettings {
    private static final Form TEXT = new Form.Words("text");
    private static final Form SPAN = new Form.Words("time, such as 30m, 12h or 14d");

    private PeopleSettings() {}

    static List<Setting> all() {
        return List.of(
                new Setting(
                        "jari.access.guards",
                        new Form.OneOf(List.of("on", "off")),
                        "on",
                        "off only in tests that must see what the guards prevent; refused in production"),
                new Setting(
                        "jari.sign-up",
                        new Form.OneOf(List.of("at-once", "by-mail")),
                        "",
                        "by mail nobody learns whether an address has an account, and a link sets the password; so in production with a mail server"),
                new Setting(
                        "jari.staff.second-factor",
                        new Form.OneOf(List.of("required", "optional")),
                        "",
                        "whether staff need a second factor; required in production, optional in a demo"),
                new Setting(
                        "jari.sessions.guest-idle",
                        SPAN,
                        "",
                        "after so long without use a guest's session ends; 14d in production"),
                new Setting("jari.sessions.guest-life", SPAN, "", "a guest's session ends after it in any case; 30d"),
                new Setting("jari.sessions.staff-idle", SPAN, "", "the same without use, of staff; 30m in production"),
                new Setting("jari.sessions.staff-life", SPAN, "", "the same in any case, of staff; 12h in production"),
                new Setting(
                        "jari.sessions.seen-millis",
                        new Form.Whole(1, 3_600_000),
                        "10000",
                        "milliseconds between two notes of which sessions were used"),
                new Setting(
                        "jari.sign-in.free-tries",
                        new Form.Whole(1, 1_000),
                        "10",
                        "wrong passwords of an account before the next has to wait"),
                new Setting(
                        "jari.retention.years",
                        new Form.Whole(1, 100),
                        "5",
                        "years after a stay until its guest is no longer known by name"),
                new Setting(
                        "jari.erasures.file",
                        new Form.Words("file"),
                        "",
                        "who was erased, to be erased again after a restore; erasures.jsonl in the data folder"),
                new Setting(
                        "jari.events.waiters",
                        new Form.Whole(0, 100_000),
                        "200",
                        "who may wait for events at once; more are answered 503"),
                new Setting(
                        "jari.webhooks.private-addresses",
                        new Form.OneOf(List.of("refused", "allowed")),
                        "refused",
                        "whether webhooks may lead to addresses that are not the internet's; a demo may call its own machine"),
                new Setting(
                        "jari.mail.url",
                        TEXT,
                        "",
                        "mail server: smtp://user:password@host:587 or smtps://…; without it no mail is sent, a demo catches its own"),
                new Setting("jari.mail.from", TEXT, "", "whose letters they are, such as Jari <noreply@jari.example>"),
                new Setting("jari.mail.public-url", TEXT, "", "where guests' links lead, such as https://jari.example"),
                new Setting("jari.mail.staff-url", TEXT, "", "where staff's links lead"),
                new Setting(
                        "jari.mail.keep-hours",
                        new Form.Whole(1, 10_000),
                        "72",
                        "hours after what it tells of in which a letter may still be sent"),
                new Setting(
                        "jari.mail.lease-seconds",
                        new Form.Whole(1, 86_400),
                        "600",
                        "seconds after which another process sends what one began to send"),
                new Setting(
                        "jari.mail.answer-millis",
                        new Form.Whole(1, 3_600_000),
                        "30000",
                        "milliseconds that a mail server may take for one answer"),
                new Setting(
                        "jari.mail.connections", new Form.Whole(1, 100), "4", "connections to it at once, per process"),
                new Setting(
                        "jari.mail.remember-days",
                        new Form.Whole(1, 10_000),
                        "400",
                        "days that it is kept which letters were sent"));
    }
}
