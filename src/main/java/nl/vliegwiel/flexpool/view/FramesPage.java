package nl.vliegwiel.flexpool.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.vliegwiel.flexpool.boundary.Frame;
import nl.vliegwiel.flexpool.boundary.FrameService;
import nl.vliegwiel.flexpool.domain.frame.FrameState;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;

/** Frame agreements of the own library, and the words that the pages about them share. */
@Named
@RequestScoped
public class FramesPage {
    @Inject
    private FrameService service;

    @Inject
    private Languages languages;

    private List<Frame> frames;

    /** Who may not see them is told so before anything is drawn. */
    public void load() {
        getFrames();
    }

    public List<Frame> getFrames() {
        if (frames == null) {
            frames = service.mine();
        }
        return frames;
    }

    public String kind(Frame frame) {
        return frame.state() == FrameState.PROPOSED ? "wait" : frame.state() == FrameState.REFUSED ? "danger" : frame.holds() ? "ok" : "off";
    }

    /** State in a word; what was agreed and does not hold today is still to come or over. */
    public String state(Frame frame) {
        return text(frame.state() != FrameState.AGREED ? "FrameState." + frame.state() : frame.holds() ? "FrameState.AGREED" : "frame.notToday");
    }

    public String days(Frame frame) {
        Formats formats = Formats.in(languages.getLocale());
        return frame.validTo() == null ? text("frame.days.open", formats.date(frame.validFrom())) : formats.days(frame.validFrom(), frame.validTo());
    }

    private String text(String key, Object... arguments) {
        return Texts.of(languages.getLocale(), key, arguments);
    }
}
