package dev.bulkhead.asset.ui;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The three pages in the navigation. */
@Configuration(proxyBeanMethods = false)
class AssetEntries {

    @Bean
    NavigationEntry imagesEntry(AccessService access) {
        return new AssetEntry(2, "images", Icon.IMAGE, ImagesView.class, access);
    }

    @Bean
    NavigationEntry storageEntry(AccessService access) {
        return new AssetEntry(3, "storage", Icon.DISK, StorageView.class, access);
    }

    @Bean
    NavigationEntry networksEntry(AccessService access) {
        return new AssetEntry(4, "networks", Icon.NETWORK, NetworksView.class, access);
    }
}
