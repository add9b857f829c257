package nl.vliegwiel.flexpool.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.SettlementService;
import nl.vliegwiel.flexpool.boundary.SettlementService.File;
import nl.vliegwiel.flexpool.domain.settlement.Quarter;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;

/** Settlements as files: {@code /flexpool/settlement-file?id=…} a PDF, {@code ?invoice=…} an e-invoice, {@code ?organisation=…&quarter=…&as=csv} a quarter. */
@WebServlet("/flexpool/settlement-file")
public class SettlementServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient SettlementService settlements;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (request.getParameter("invoice") != null) {
                write(response, settlements.xml(id(request, "invoice")), "application/xml");
            } else if (request.getParameter("id") != null) {
                write(response, settlements.pdf(id(request, "id")), "application/pdf");
            } else {
                Quarter quarter = Quarter.parse(request.getParameter("quarter")).orElseThrow(() -> new NotFound("settlement.notFound"));
                boolean csv = "csv".equals(request.getParameter("as"));
                UUID organisation = id(request, "organisation");
                write(response, csv ? settlements.csv(organisation, quarter, null) : settlements.pdf(organisation, quarter, null), csv ? "text/csv;charset=UTF-8" : "application/pdf");
            }
        } catch (NotFound | IllegalArgumentException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (Forbidden e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (Conflict e) {
            // A library took back what its invoices name: the page says what to do
            response.sendRedirect("/flexpool/rates");
        }
    }

    private static UUID id(HttpServletRequest request, String name) {
        return UUID.fromString(String.valueOf(request.getParameter(name)));
    }

    private static void write(HttpServletResponse response, File file, String type) throws IOException {
        response.setHeader("Cache-Control", "private, no-store");
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
        response.setContentLength(file.bytes().length);
        response.getOutputStream().write(file.bytes());
    }
}
