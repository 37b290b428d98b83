package io.jari.listen;

import io.jari.db.StartRefused;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * A certificate and its key, each in a PEM file; the certificate's holds those that vouch for it as well.
 *
 * @param name of the setting that names the certificate's file
 */
record Certificate(String name, Path certificate, Path key) {

    /** None where neither is named; both or neither must be. */
    static Optional<Certificate> of(String prefix, Optional<String> certificate, Optional<String> key) {
        var cert = certificate.filter(text -> !text.isBlank());
        var secret = key.filter(text -> !text.isBlank());
        if (cert.isPresent() != secret.isPresent()) {
            throw new StartRefused("%s.cert and %s.key name a certificate's file and its key's: one alone is no use"
                    .formatted(prefix, prefix));
        }
        return cert.map(file -> new Certificate(prefix + ".cert", Path.of(file), Path.of(secret.orElseThrow())));
    }

    /** What the files hold now, once it has proved to belong together. */
    PemKeyCertOptions read(Vertx vertx) {
        try {
            var options = new PemKeyCertOptions()
                    .addCertValue(Buffer.buffer(Files.readAllBytes(certificate)))
                    .addKeyValue(Buffer.buffer(Files.readAllBytes(key)));
            check(options, vertx);
            return options;
        } catch (IOException e) {
            throw refused("can't be read: " + e, e);
        } catch (StartRefused e) {
            throw e;
        } catch (Exception e) { // whatever is wrong with what is in them
            throw refused("hold no certificate and key in PEM: " + e.getMessage(), e);
        }
    }

    private void check(PemKeyCertOptions options, Vertx vertx) throws Exception {
        for (var manager : options.getKeyManagerFactory(vertx).getKeyManagers()) {
            if (manager instanceof X509KeyManager keys) {
                for (var type : new String[] {"RSA", "EC", "EdDSA"}) {
                    var aliases = keys.getServerAliases(type, null);
                    for (var alias : aliases == null ? new String[0] : aliases) {
                        matches(keys.getCertificateChain(alias)[0], keys.getPrivateKey(alias));
                    }
                }
            }
        }
    }

    /** While both files are being replaced, one may be the old one. */
    private void matches(X509Certificate chain, PrivateKey secret) throws GeneralSecurityException {
        var algorithm = switch (secret.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> secret.getAlgorithm();
        };
        var text = new byte[] {1, 2, 3};
        var signer = Signature.getInstance(algorithm);
        signer.initSign(secret);
        signer.update(text);
        var reader = Signature.getInstance(algorithm);
        reader.initVerify(chain);
        reader.update(text);
        if (!reader.verify(signer.sign())) {
            throw refused("do not belong together", null);
        }
    }

    private StartRefused refused(String why, @Nullable Throwable cause) {
        var text = "The files %s and %s (%s) %s".formatted(certificate, key, name, why);
        return cause == null ? new StartRefused(text) : new StartRefused(text, cause);
    }
}
