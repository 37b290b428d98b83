package io.jari.http;

import io.jari.core.money.Money;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.jspecify.annotations.Nullable;

/** An ISO 4217 code of a currency that money can be counted in. */
@Documented
@Constraint(validatedBy = IsoCurrency.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
public @interface IsoCurrency {
    String message() default "must be an ISO 4217 currency, such as KRW";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is left to NotNull. */
    final class Validator implements ConstraintValidator<IsoCurrency, String> {
        @Override
        public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
            return code == null || Money.currency(code).isPresent();
        }
    }
}
