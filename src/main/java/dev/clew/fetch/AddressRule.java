package dev.clew.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses of the network may be connected to: those that the IANA registries of special-purpose addresses (RFC 6890)
 * call globally reachable, so that no feed leads Clew into the network it stands in. An IPv6 address that carries an IPv4 one
 * (mapped, compatible, translated, 6to4, Teredo) is judged by that.
 */
public final class AddressRule {
    private static final List<Block> NOT_PUBLIC = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "2620:4f:8000::/48",
            "3fff::/20",
            "5f00::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8");

    /** Only these IPv6 addresses are given out to anybody (RFC 4291, section 2.4, and the registry of 2000::/3). */
    private static final Block GLOBAL_UNICAST = block("2000::/3");

    private static final Block TRANSLATED = block("64:ff9b::/96");
    private static final Block SIX_TO_FOUR = block("2002::/16");

    private AddressRule() {}

    /** A block of addresses: those that share its first bits. */
    private record Block(byte[] bytes, int bits) {
        boolean holds(byte[] address) {
            if (address.length != bytes.length) {
                return false;
            }
            for (int i = 0; i < bits; i++) {
                int mask = 0x80 >> (i % 8);
                if ((address[i / 8] & mask) != (bytes[i / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static List<Block> blocks(String... all) {
        return Arrays.stream(all).map(AddressRule::block).toList();
    }

    private static Block block(String text) {
        String[] parts = text.split("/", 2);
        try {
            return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("a literal address needs no lookup: " + text, impossible);
        }
    }

    /** Whether an address is of the public network. */
    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address four -> isPublic(bytes);
            case Inet6Address six -> isPublicSix(bytes);
            default -> false;
        };
    }

    private static boolean isPublicSix(byte[] bytes) {
        if (TRANSLATED.holds(bytes)) {
            return isPublic(Arrays.copyOfRange(bytes, 12, 16));
        }
        if (SIX_TO_FOUR.holds(bytes)) {
            return isPublic(Arrays.copyOfRange(bytes, 2, 6));
        }
        return GLOBAL_UNICAST.holds(bytes) && isPublic(bytes);
    }

    private static boolean isPublic(byte[] bytes) {
        return NOT_PUBLIC.stream().noneMatch(block -> block.holds(bytes));
    }
}
