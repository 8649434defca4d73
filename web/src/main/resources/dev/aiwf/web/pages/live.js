// Keeps a project's page up to date. Without it, everything still works by reloading.
(() => {
  "use strict";
  const room = document.querySelector("[data-live]");
  if (!room || !window.EventSource) {
    return;
  }
  const connection = document.getElementById("connection");
  let source = null;
  let busy = false;
  let again = false;
  let typing = false;

  const byId = (id) => document.getElementById(id);

  // What is being typed into the forms beside the transcript is never thrown away.
  document.addEventListener("input", (event) => {
    if (event.target.closest("#now")) {
      typing = true;
    }
  });

  const tell = (words) => {
    if (connection.textContent !== words) {
      connection.textContent = words;
    }
  };

  const messages = (fresh) => {
    const transcript = byId("transcript");
    const seen = new Set();
    let last = null;
    for (const article of fresh.querySelectorAll("#transcript > article")) {
      seen.add(article.id);
      const known = byId(article.id);
      let stands = known;
      if (!known) {
        stands = document.importNode(article, true);
        transcript.append(stands);
      } else if (known.dataset.seq !== article.dataset.seq) {
        stands = document.importNode(article, true);
        known.replaceWith(stands);
      }
      if (last && last.nextElementSibling !== stands) {
        last.after(stands);
      }
      last = stands;
    }
    for (const article of [...transcript.children]) {
      if (!seen.has(article.id)) {
        article.remove();
      }
    }
  };

  const now = (fresh) => {
    const stands = byId("now");
    const wanted = fresh.getElementById("now");
    if (stands.dataset.number === wanted.dataset.number) {
      return;
    }
    if (!typing) {
      const focused = document.activeElement && document.activeElement.id;
      const inside = stands.contains(document.activeElement);
      stands.replaceWith(document.importNode(wanted, true));
      if (inside) {
        (byId(focused) || byId("now")).focus({ preventScroll: true });
      }
      return;
    }
    if (!byId("changed")) {
      const words = document.createElement("p");
      words.id = "changed";
      words.className = "notice";
      words.setAttribute("role", "status");
      words.append("Something changed while you were typing. What you typed is kept. ");
      const link = document.createElement("a");
      link.href = location.pathname + "#now";
      link.textContent = "Show what is asked now";
      link.addEventListener("click", (event) => {
        event.preventDefault();
        typing = false;
        refresh();
      });
      words.append(link);
      byId("now-title").after(words);
    }
  };

  const refresh = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      const answer = await fetch(room.dataset.live + location.search, { headers: { Accept: "text/html" } });
      if (answer.ok) {
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        const end = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 80;
        byId("standing").replaceWith(document.importNode(fresh.getElementById("standing"), true));
        messages(fresh);
        now(fresh);
        if (end && !typing) {
          window.scrollTo({ top: document.documentElement.scrollHeight });
        }
      }
    } catch {
      // The stream notices, too, and says so.
    } finally {
      busy = false;
      if (again) {
        again = false;
        refresh();
      }
    }
  };

  const listen = () => {
    source = new EventSource(room.dataset.events);
    source.addEventListener("open", () => {
      tell("");
      refresh();
    });
    source.addEventListener("message", refresh);
    source.addEventListener("error", () => {
      tell("Connection lost, reconnecting …");
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(listen, 5000);
      }
    });
  };

  // Beside each other, what was said last and what is asked now are both in sight at the end.
  if (window.matchMedia("(min-width: 62rem)").matches && (!location.hash || location.hash === "#now")) {
    window.scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
  }

  window.addEventListener("pagehide", () => source && source.close());
  window.addEventListener("pageshow", (event) => event.persisted && listen());
  listen();
})();
