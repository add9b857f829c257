package nl.vliegwiel.flexpool.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.vliegwiel.flexpool.boundary.FavouriteService;
import nl.vliegwiel.flexpool.boundary.FavouriteService.Favourite;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Me;
import nl.vliegwiel.platform.web.Notices;

/** The favourites of the own library, and the libraries that asked the reader herself. */
@Named
@RequestScoped
public class FavouritesPage {
    @Inject
    private FavouriteService favourites;

    @Inject
    private Me me;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private List<Favourite> mine;
    private List<Favourite> ours;

    public List<Favourite> getMine() {
        if (mine == null) {
            mine = favourites.mine();
        }
        return mine;
    }

    public boolean isManager() {
        return me.has("HR_MANAGER");
    }

    public List<Favourite> getOurs() {
        if (ours == null) {
            ours = isManager() ? favourites.ofLibrary(me.getActingFor()) : List.of();
        }
        return ours;
    }

    public String answer(Favourite favourite, boolean yes) {
        favourites.answer(favourite.id(), favourite.version(), yes);
        return done(yes ? "favourites.done.agreed" : "favourites.done.declined", favourite.organisation());
    }

    public String instant(Favourite favourite, boolean on) {
        favourites.bookInstantly(favourite.id(), favourite.version(), on);
        return done(on ? "favourites.done.instantOn" : "favourites.done.instantOff", favourite.name());
    }

    public String end(Favourite favourite) {
        favourites.end(favourite.id(), favourite.version());
        return done("favourites.done.ended", favourite.name());
    }

    private String done(String key, String argument) {
        notices.done(Texts.of(languages.getLocale(), key, argument));
        return "/flexpool/favourites?faces-redirect=true";
    }
}
