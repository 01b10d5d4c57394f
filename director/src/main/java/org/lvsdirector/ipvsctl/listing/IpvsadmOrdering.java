package org.lvsdirector.ipvsctl.listing;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.RealServerEntry;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceEntry;
import org.lvsdirector.ipvs.ServiceKey;

/**
 * ipvsadm 1.31's order: differences of unsigned 32-bit numbers as signed ones, word for word, sorted with the C library's merge sort.
 * The comparison is no order (it goes in circles), so only the same algorithm gives the same result.
 */
final class IpvsadmOrdering implements Ordering {

    @Override
    public List<ServiceEntry> services(List<ServiceEntry> services) {
        return mergeSort(services, IpvsadmOrdering::compareServices);
    }

    @Override
    public List<RealServerEntry> servers(List<RealServerEntry> servers) {
        return mergeSort(servers, IpvsadmOrdering::compareServers);
    }

    private static int compareServices(ServiceEntry left, ServiceEntry right) {
        ServiceKey a = left.service().key();
        ServiceKey b = right.service().key();
        int order = (int) (Ordering.mark(a) - Ordering.mark(b));
        if (order == 0) {
            order = a.family().compareTo(b.family());
        }
        if (order == 0) {
            order = Ordering.protocol(a) - Ordering.protocol(b);
        }
        if (order == 0 && a instanceof ServiceKey.ByAddress x && b instanceof ServiceKey.ByAddress y) {
            order = compareWords(x.address(), y.address(), x.family());
            return order == 0 ? x.port() - y.port() : order;
        }
        return order;
    }

    private static int compareServers(RealServerEntry left, RealServerEntry right) {
        RealServerKey a = left.server().key();
        RealServerKey b = right.server().key();
        // The family of the first decides how many words are compared; an IPv4 address stands in the first of four.
        int order = compareWords(a.address(), b.address(), a.family());
        return order == 0 ? a.port() - b.port() : order;
    }

    private static int compareWords(InetAddress left, InetAddress right, AddressFamily family) {
        byte[] a = left.getAddress();
        byte[] b = right.getAddress();
        int order = 0;
        for (int at = 0; at < family.addressBytes() && order == 0; at += Integer.BYTES) {
            order = word(a, at) - word(b, at);
        }
        return order;
    }

    private static int word(byte[] bytes, int at) {
        int word = 0;
        for (int i = at; i < at + Integer.BYTES; i++) {
            word = word << Byte.SIZE | (i < bytes.length ? bytes[i] & 0xFF : 0);
        }
        return word;
    }

    /** glibc's {@code qsort} up to 2.36: halves, the smaller first, merged with the left one before the right one when equal. */
    private static <T> List<T> mergeSort(List<T> list, Comparator<T> comparator) {
        if (list.size() <= 1) {
            return list;
        }
        int half = list.size() / 2;
        List<T> left = mergeSort(list.subList(0, half), comparator);
        List<T> right = mergeSort(list.subList(half, list.size()), comparator);
        List<T> merged = new ArrayList<>(list.size());
        int l = 0;
        int r = 0;
        while (l < left.size() && r < right.size()) {
            merged.add(comparator.compare(left.get(l), right.get(r)) <= 0 ? left.get(l++) : right.get(r++));
        }
        merged.addAll(left.subList(l, left.size()));
        merged.addAll(right.subList(r, right.size()));
        return merged;
    }
}
