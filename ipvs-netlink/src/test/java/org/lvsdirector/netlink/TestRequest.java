package org.lvsdirector.netlink;

/** A request of type 100 whose only attribute is a number. */
record TestRequest(int number) implements NetlinkRequest {
    static final int TYPE = 100;

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void writeTo(MessageWriter out) {
        out.u32(0).attributes().u32(1, number);
    }

    @Override
    public String describe() {
        return "try number " + number;
    }
}
