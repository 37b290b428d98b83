package io.jari.http;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The name of a region in the IANA time zone database; offsets such as +09:00 know no summer time and are refused. */
@Documented
@Constraint(validatedBy = IanaZone.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
public @interface IanaZone {
    String message() default "must be an IANA time zone, such as Asia/Seoul";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is left to NotNull. */
    final class Validator implements ConstraintValidator<IanaZone, String> {
        @Override
        public boolean isValid(@Nullable String zone, ConstraintValidatorContext context) {
            return zone == null || ZoneId.getAvailableZoneIds().contains(zone);
        }
    }
}
