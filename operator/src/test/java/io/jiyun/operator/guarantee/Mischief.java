package io.jiyun.operator.guarantee;

import io.jiyun.operator.testbed.ControlPlane;
import io.jiyun.operator.testbed.MemberPlane;
import io.jiyun.operator.testbed.OperatorProcess;
import io.jiyun.operator.testbed.Relay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Breaks one thing after the other and mends it again, each kind once before any comes twice. */
final class Mischief {
    private enum Fault {
        LEADER_KILLED,
        LEADER_PAUSED_PAST_ITS_LEASE,
        LEADER_CUT_FROM_HUB,
        LEADER_IN_SILENCE_FROM_HUB,
        CUT_FROM_MEMBER,
        SILENCE_FROM_MEMBER,
        MANAGER_OF_HUB_STOPPED,
        MANAGER_OF_MEMBER_STOPPED
    }

    private static final long FAULT_SECONDS = 5;
    private static final long CALM_SECONDS = 2;

    private final Fleet fleet;
    private final ControlPlane hub;
    private final MemberPlane member;
    private final Tally tally;
    private final Random random;
    private final CountDownLatch end = new CountDownLatch(1);

    Mischief(Fleet fleet, ControlPlane hub, MemberPlane member, Tally tally, long seed) {
        this.fleet = fleet;
        this.hub = hub;
        this.member = member;
        this.tally = tally;
        random = new Random(seed);
    }

    /** Goes on for about so long, and returns with everything mended. */
    void run(long seconds) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < until) {
            List<Fault> order = new ArrayList<>(Arrays.asList(Fault.values()));
            Collections.shuffle(order, random);
            for (Fault fault : order) {
                if (System.nanoTime() < until) {
                    commit(fault);
                    tally.count("fault " + fault);
                    last(CALM_SECONDS);
                }
            }
        }
    }

    private void commit(Fault fault) throws InterruptedException {
        switch (fault) {
            case LEADER_KILLED -> fleet.operator(fleet.leader()).kill();
            case LEADER_PAUSED_PAST_ITS_LEASE -> pauseLeader();
            case LEADER_CUT_FROM_HUB -> partLeader(Relay.Mode.CUT);
            case LEADER_IN_SILENCE_FROM_HUB -> partLeader(Relay.Mode.SILENT);
            case CUT_FROM_MEMBER -> part(member.relay(), Relay.Mode.CUT);
            case SILENCE_FROM_MEMBER -> part(member.relay(), Relay.Mode.SILENT);
            case MANAGER_OF_HUB_STOPPED -> stopManager(hub);
            case MANAGER_OF_MEMBER_STOPPED -> stopManager(member.plane());
        }
    }

    private void pauseLeader() {
        String leader = fleet.leader();
        OperatorProcess paused = fleet.operator(leader);
        paused.pause();
        try {
            String _ = fleet.successorOf(leader);
        } finally {
            paused.resume(); // with whatever it was about to write
        }
    }

    private void partLeader(Relay.Mode mode) {
        String leader = fleet.leader();
        Relay relay = fleet.relay(leader);
        relay.become(mode);
        try {
            String _ = fleet.successorOf(leader);
        } finally {
            relay.become(Relay.Mode.OPEN);
        }
    }

    private void part(Relay relay, Relay.Mode mode) throws InterruptedException {
        relay.become(mode);
        last(FAULT_SECONDS);
        relay.become(Relay.Mode.OPEN);
    }

    private void stopManager(ControlPlane plane) throws InterruptedException {
        plane.kill("manager");
        last(FAULT_SECONDS);
        plane.revive("manager");
    }

    /** A fault lasts for a time; nothing that happens ends it sooner. */
    private void last(long seconds) throws InterruptedException {
        boolean _ = end.await(seconds, TimeUnit.SECONDS);
    }
}
