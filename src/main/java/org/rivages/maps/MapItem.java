package org.rivages.maps;

/**
 * Something to show on a map.
 *
 * @param name what it is called
 * @param href where it leads
 * @param place the town or region, printed beside its disc
 * @param latitude degrees, WGS 84
 */
public record MapItem(String name, String href, String place, double latitude, double longitude) {}
