package io.jari.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a key is to be called, and may do. */
@Schema(examples = """
                {"name": "Channel manager", "rights": [{"role": "revenue", "scope": "hotel-12"}]}
                """)
record NewApiKey(
        @NotBlank @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*")
        String name,

        @NotEmpty @Size(max = MOST_RIGHTS) List<@NotNull @Valid WantedRight> rights) {
    static final int MOST_RIGHTS = 50;

    /** A problem where there is no such right, or none for keys. */
    List<Grant> grants() {
        var grants = rights.stream().map(WantedRight::grant).distinct().toList();
        if (grants.stream().anyMatch(grant -> grant.role() == Role.ADMINISTRATOR)) {
            throw Refusal.noSuchRight("administrator is not given to API keys.");
        }
        return grants;
    }
}
