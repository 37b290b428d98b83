package io.jari.mail;

import io.jari.db.StartRefused;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A server that takes mail. Its password is in no text of it.
 *
 * @param tls from the first byte
 * @param startTls what is done about it otherwise
 */
record MailServer(
        String host,
        int port,
        boolean tls,
        StartTls startTls,
        @Nullable String user,
        @Nullable String password) {
    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_TLS = 465;
    private static final int CONNECT_MILLIS = 10_000;

    /** Turning to TLS once connected. */
    enum StartTls {
        OFF,
        IF_OFFERED,
        REQUIRED
    }

    /** @throws StartRefused where it is no such URL; the message does not repeat it */
    static MailServer parse(String url) {
        try {
            var uri = URI.create(url.strip());
            var scheme = uri.getScheme();
            var host = uri.getHost();
            if (host == null || scheme == null || !(scheme.equals("smtp") || scheme.equals("smtps"))) {
                throw refused();
            }
            var tls = scheme.equals("smtps");
            var info = uri.getRawUserInfo();
            var colon = info == null ? -1 : info.indexOf(':');
            var user = info == null || colon < 0 ? null : decoded(info.substring(0, colon));
            var password = info == null || colon < 0 ? null : decoded(info.substring(colon + 1));
            if ((info != null && colon < 1)
                    || (uri.getPath() != null && uri.getPath().length() > 1)) {
                throw refused();
            }
            var port = uri.getPort() > 0 ? uri.getPort() : tls ? SUBMISSION_TLS : SUBMISSION;
            return new MailServer(host, port, tls, startTls(uri.getQuery(), host, user != null), user, password);
        } catch (IllegalArgumentException _) {
            throw refused();
        }
    }

    /** Nobody between may take TLS away where a password is sent. */
    private static StartTls startTls(@Nullable String query, String host, boolean withPassword) {
        return switch (query) {
            case null -> withPassword && !isLoopback(host) ? StartTls.REQUIRED : StartTls.IF_OFFERED;
            case "tls=required" -> StartTls.REQUIRED;
            case "tls=off" -> StartTls.OFF;
            default -> throw refused();
        };
    }

    private static boolean isLoopback(String host) {
        try {
            return host.equals("localhost")
                    || (host.matches("[0-9.]+") && InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException _) {
            return false;
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static StartRefused refused() {
        return new StartRefused(
                "JARI_MAIL_URL must be like smtp://user:password@host:587 or smtps://user:password@host,"
                        + " with other characters than letters and digits in user and password as %40; at its end ?tls=required or"
                        + " ?tls=off may say what is done about TLS");
    }

    /** As the library wants to be told. */
    Properties properties(int answerMillis) {
        var p = new Properties();
        p.setProperty("mail.smtp.host", host);
        p.setProperty("mail.smtp.port", Integer.toString(port));
        p.setProperty("mail.smtp.auth", Boolean.toString(user != null));
        p.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls));
        p.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        p.setProperty("mail.smtp.starttls.enable", Boolean.toString(!tls && startTls != StartTls.OFF));
        p.setProperty("mail.smtp.starttls.required", Boolean.toString(!tls && startTls == StartTls.REQUIRED));
        p.setProperty("mail.smtp.connectiontimeout", Integer.toString(Math.min(CONNECT_MILLIS, answerMillis)));
        p.setProperty("mail.smtp.timeout", Integer.toString(answerMillis));
        p.setProperty("mail.smtp.writetimeout", Integer.toString(answerMillis));
        // A server that does not answer to the end of a letter is not asked to be polite about it.
        p.setProperty("mail.smtp.quitwait", "false");
        return p;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
