package io.jari;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Many servers for minutes, of which a smaller test tells most: runs with {@code ./jari test --long}. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(named = "jari.long", matches = "true", disabledReason = "./jari test --long")
public @interface BigRun {}
