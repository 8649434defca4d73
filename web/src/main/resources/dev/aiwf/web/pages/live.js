// Keeps pages up to date and spares clicks. Without it, everything still works by reloading.
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const stored = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };

  // One key for a choice, unless somebody switched that off or is typing.
  const keys = byId("me-keys");
  if (keys) {
    keys.checked = stored("aiwf-keys") !== "off";
    keys.closest("[data-scripted]").hidden = false;
    keys.addEventListener("change", () => {
      try {
        localStorage.setItem("aiwf-keys", keys.checked ? "on" : "off");
      } catch {
        // It then holds for this page only.
      }
    });
  }
  const isTyping = (element) =>
    element instanceof Element && element.matches("input:not([type=radio], [type=checkbox]), textarea, select");

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey) {
      if (event.key === "Enter" && isTyping(event.target) && event.target.form) {
        event.preventDefault();
        event.target.form.requestSubmit();
      }
      return;
    }
    if (event.altKey || isTyping(event.target) || !keys || !keys.checked) {
      return;
    }
    const say = byId("say");
    if (event.key === "/" && say) {
      event.preventDefault();
      say.focus();
      return;
    }
    const letter = event.key.toUpperCase();
    const choice = [...document.querySelectorAll("#now .menu button:not(:disabled)")].find(
      (button) => button.querySelector("kbd")?.textContent === letter,
    );
    if (choice) {
      event.preventDefault();
      choice.click();
    }
  });

  // What can be typed, offered where somebody begins with a slash.
  const say = byId("say");
  const offers = byId("offers");
  if (say && offers) {
    const all = [...offers.children];
    let at = -1;
    const shown = () => all.filter((offer) => !offer.hidden);
    say.setAttribute("aria-haspopup", "listbox");
    say.setAttribute("aria-controls", "offers");
    say.setAttribute("aria-autocomplete", "list");
    const mark = (place) => {
      at = place;
      all.forEach((offer) => offer.setAttribute("aria-selected", "false"));
      const offer = shown()[at];
      if (offer) {
        offer.setAttribute("aria-selected", "true");
        offer.scrollIntoView({ block: "nearest" });
        say.setAttribute("aria-activedescendant", offer.id);
      } else {
        say.removeAttribute("aria-activedescendant");
      }
    };
    const close = () => {
      offers.hidden = true;
      mark(-1);
    };
    const open = () => {
      const word = /^\/(\S*)$/.exec(say.value);
      if (!word) {
        close();
        return;
      }
      all.forEach((offer) => {
        offer.hidden = !offer.dataset.word.startsWith(word[1].toLowerCase());
      });
      offers.hidden = shown().length === 0;
      mark(offers.hidden ? -1 : 0);
    };
    const take = (offer) => {
      say.value = "/" + offer.dataset.word;
      close();
      say.focus();
    };
    close();
    say.addEventListener("input", open);
    say.addEventListener("blur", () => setTimeout(close, 150));
    say.addEventListener("keydown", (event) => {
      if (offers.hidden) {
        return;
      }
      const many = shown().length;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        mark((at + (event.key === "ArrowDown" ? 1 : many - 1)) % many);
      } else if (event.key === "Enter" || event.key === "Tab") {
        const offer = shown()[at];
        if (offer && say.value !== "/" + offer.dataset.word) {
          event.preventDefault();
          take(offer);
        } else {
          close();
        }
      } else if (event.key === "Escape") {
        close();
      }
    });
    all.forEach((offer) => offer.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      take(offer);
    }));
  }

  // A button that is exchanged while it is pressed is never clicked, so what is new waits for that moment.
  let pressed = false;
  const held = new Map();
  const released = () => {
    pressed = false;
    const later = [...held];
    held.clear();
    for (const [id, wanted] of later) {
      if (byId(id)) {
        swap(byId(id), wanted);
      }
    }
  };
  document.addEventListener("pointerdown", () => (pressed = true), true);
  for (const end of ["pointerup", "pointercancel"]) {
    document.addEventListener(end, () => setTimeout(released), true);
  }
  document.addEventListener("pointermove", (event) => pressed && event.buttons === 0 && released(), true);

  const swap = (stands, wanted) => {
    if (pressed && stands.id) {
      held.set(stands.id, wanted);
      return;
    }
    const focused = document.activeElement && document.activeElement.id;
    const inside = stands.contains(document.activeElement);
    const fresh = document.importNode(wanted, true);
    stands.replaceWith(fresh);
    if (inside) {
      (byId(focused) || fresh).focus({ preventScroll: true });
    }
  };
  const swapChanged = (fresh, parts) => {
    for (const part of parts) {
      const stands = byId(part);
      const wanted = fresh.getElementById(part);
      if (stands && wanted && stands.innerHTML !== wanted.innerHTML) {
        swap(stands, wanted);
      }
    }
  };

  // A list of many projects has no stream of its own: it is asked for again while somebody looks.
  const polled = document.querySelector("[data-poll]");
  if (polled) {
    const parts = polled.dataset.poll.split(" ");
    const again = async () => {
      if (!document.hidden) {
        try {
          const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
          if (answer.ok) {
            swapChanged(new DOMParser().parseFromString(await answer.text(), "text/html"), parts);
            byId("connection").textContent = "";
          }
        } catch {
          byId("connection").textContent = "Connection lost, reconnecting …";
        }
      }
      setTimeout(again, 3000);
    };
    setTimeout(again, 3000);
  }

  const live = document.querySelector("[data-live]");
  if (!live || !window.EventSource) {
    return;
  }
  const connection = byId("connection");
  const LOST = "Connection lost, reconnecting …";
  let source = null;
  let retry = 0;
  let busy = false;
  let again = false;
  let growing = null;
  let typing = false;

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

  // Where there is room, what was said scrolls by itself; elsewhere it is read from its beginning.
  const scrolls = () => {
    const transcript = byId("transcript");
    return Boolean(transcript) && getComputedStyle(transcript).overflowY === "auto";
  };
  const isAtEnd = () => {
    const transcript = byId("transcript");
    return scrolls() && transcript.scrollTop + transcript.clientHeight >= transcript.scrollHeight - 80;
  };
  const toEnd = () => {
    if (scrolls()) {
      byId("transcript").scrollTop = byId("transcript").scrollHeight;
    }
  };

  const number = (article) => Number(article.id.slice(1));

  const place = (transcript, article) => {
    const after = [...transcript.querySelectorAll("article")].findLast((other) => number(other) < number(article));
    if (after) {
      after.after(article);
    } else {
      transcript.append(article);
    }
  };

  const messages = (fresh) => {
    const transcript = byId("transcript");
    for (const article of fresh.querySelectorAll("#transcript > article")) {
      const known = byId(article.id);
      if (!known) {
        place(transcript, document.importNode(article, true));
      } else if (known.dataset.seq !== article.dataset.seq) {
        known.replaceWith(document.importNode(article, true));
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
      swap(stands, wanted);
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
      const answer = await fetch(live.dataset.live + location.search, { headers: { Accept: "text/html" } });
      if (answer.ok) {
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        const end = isAtEnd();
        swapChanged(fresh, ["standing", "tabs", "side"]);
        if (byId("transcript")) {
          messages(fresh);
          grow();
          now(fresh);
        }
        if (end && !typing) {
          toEnd();
        }
      }
      if (source && source.readyState === EventSource.OPEN) {
        tell("");
      }
    } catch {
      // The stream may not notice: what is missed here, nobody else asks for again.
      tell(LOST);
      clearTimeout(retry);
      retry = setTimeout(refresh, 1000);
    } finally {
      busy = false;
      if (again) {
        again = false;
        refresh();
      }
    }
  };

  // What the architect says appears as it comes; the whole message follows as any other does.
  // What has arrived may be here before the message that it grows in.
  const grow = () => {
    const words = growing && document.querySelector(`#m${growing.number}.kind-talk .note`);
    if (words && words.textContent !== growing.text) {
      const end = isAtEnd();
      words.textContent = growing.text;
      if (end) {
        toEnd();
      }
    }
  };

  const arriving = (event) => {
    growing = JSON.parse(event.data);
    grow();
  };

  const said = (event) => {
    if (growing && JSON.parse(event.data).number === growing.number) {
      growing = null;
    }
    refresh();
  };

  const listen = () => {
    source = new EventSource(live.dataset.events);
    source.addEventListener("open", () => {
      tell("");
      refresh();
    });
    source.addEventListener("message", said);
    source.addEventListener("arriving", arriving);
    source.addEventListener("error", () => {
      tell(LOST);
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(listen, 5000);
      }
    });
  };

  toEnd();

  window.addEventListener("pagehide", () => source && source.close());
  window.addEventListener("pageshow", (event) => event.persisted && listen());
  listen();
})();
