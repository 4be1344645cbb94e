package dev.bulkhead.asset.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import dev.bulkhead.common.ui.AddressBar;
import dev.bulkhead.common.ui.PageHeading;

/** One kind of asset on all hosts. What the list is searched for stands in the address. */
abstract class AssetPage<T> extends Main implements BeforeEnterObserver, PageHeading {

    private static final String SEARCH = "q";

    private final String path;
    private final AssetTable<T> table;

    /** @param path of the page, which is also the key of its texts */
    AssetPage(String path, AssetTable<T> table) {
        this.path = path;
        this.table = table;
        addClassName("asset-page");
        table.onSearch(typed -> AddressBar.replace(path, searchedFor(typed)));
        add(table, table.silence());
    }

    private static QueryParameters searchedFor(String typed) {
        return typed.isBlank() ? QueryParameters.empty() : QueryParameters.of(SEARCH, typed);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        table.search(event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SEARCH)
                .orElse(""));
    }

    @Override
    public String heading() {
        return text(path);
    }
}
