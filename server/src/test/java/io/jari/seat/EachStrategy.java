package io.jari.seat;

import static org.junit.jupiter.params.ParameterizedInvocationConstants.ARGUMENTS_PLACEHOLDER;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Once for every strategy of holding seats, named by its locking. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "[" + ARGUMENTS_PLACEHOLDER + "]")
@ValueSource(strings = {"head", "pessimistic", "optimistic", "constraint", "outside"})
@interface EachStrategy {}
