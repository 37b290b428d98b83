package io.jari.web;

import io.jari.load.OnSale;
import io.jari.load.OnSales;
import io.jari.page.HtmlPage;
import io.jari.page.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A demo's on-sale at the press of a button. In production it does not exist. */
@Path("/demo/on-sale")
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class DemoSaleResource {
    private final OnSales sales;

    public DemoSaleResource(OnSales sales) {
        this.sales = sales;
    }

    @POST
    @Operation(hidden = true)
    public Response again() {
        return to(sales.again());
    }

    @POST
    @Path("/opening")
    @Operation(hidden = true)
    public Response openNow() {
        return to(sales.openNow());
    }

    private static Response to(OnSale sale) {
        return Visit.seeOther(Links.date(Integer.toString(sale.concertId()), Integer.toString(sale.dateId())));
    }
}
