package dev.aiwf.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests at fixed moments, whether or not earlier ones are answered: every time is counted from
 * when the request was due, so that a program which falls behind can't hide it.
 *
 * @param begun when the first one is due
 * @param clients how many take turns, each on a connection of its own
 * @param perSecond how many there are a second, of all clients together
 */
record Schedule(long begun, int clients, int perSecond) {

  private static final long A_MOMENT = 100_000_000;

  static Schedule soon(int clients, int perSecond) {
    return new Schedule(System.nanoTime() + A_MOMENT, clients, perSecond);
  }

  /** When a client's request is due, both counted from 0. */
  long due(int client, int request) {
    return begun + ((long) request * clients + client) * 1_000_000_000L / perSecond;
  }

  /** Sends each client its requests; answers how long they took to be answered. */
  Latencies send(int port, List<List<ByteBuffer>> requests)
      throws IOException, InterruptedException {
    ConcurrentLinkedQueue<Long> took = new ConcurrentLinkedQueue<>();
    List<Future<?>> sending = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int client = 0; client < clients; client++) {
        int me = client;
        sending.add(
            threads.submit(() -> {
              one(port, me, requests.get(me), took);
              return null;
            }));
      }
      for (Future<?> each : sending) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("A request could not be sent.", e);
    }
    return Latencies.of(took);
  }

  private void one(
      int port, int client, List<ByteBuffer> requests, ConcurrentLinkedQueue<Long> took)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    ByteBuffer answer = ByteBuffer.allocate(64 * 1024);
    try (SocketChannel channel = SocketChannel.open(address)) {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      for (int i = 0; i < requests.size(); i++) {
        long due = due(client, i);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        channel.write(requests.get(i).duplicate());
        answer.clear();
        while (Answer.status(answer) == 0) {
          if (channel.read(answer) < 0) {
            throw new EOFException("The connection was closed instead of an answer.");
          }
        }
        if (Answer.status(answer) != 200) {
          throw new IOException("A request was answered with " + Answer.status(answer));
        }
        took.add(System.nanoTime() - due);
      }
    }
  }
}
