package dev.bulkhead.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** A page that could not be built. */
@AnonymousAllowed
class FailedPage extends FaultCard implements HasErrorParameter<Exception> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        if (LastResort.isDenial(parameter.getException())) {
            explain("fault.denied");
            return HttpServletResponse.SC_FORBIDDEN;
        }
        explain("fault.failed", LastResort.log(parameter.getException()));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
