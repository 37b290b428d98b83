package io.jari.http;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * What the API answers is JSON where nothing else was said: to who accepts only something else, the framework would write objects as Java
 * prints them, with what is not to be told.
 */
@Provider
@NonBlocking
public final class JsonAnswers implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var entity = response.getEntity();
        if (entity != null
                && response.getMediaType() == null
                && !(entity instanceof CharSequence || entity instanceof byte[] || entity instanceof StreamingOutput)
                && CurrentRequestManager.get().getPath().startsWith("/v1/")) {
            response.setEntity(entity, response.getEntityAnnotations(), MediaType.APPLICATION_JSON_TYPE);
        }
    }
}
