// A part of the page that is looked at anew while something goes on; when it has ended the whole page is.

const EVERY = 1500; // milliseconds
const AT_MOST = 15000;

export function addFollowing(root) {
  const part = root.querySelector("[data-follow]");
  if (part) setTimeout(() => follow(part, EVERY), EVERY);
}

async function follow(part, wait) {
  let pause = EVERY;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const found = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part.id);
    if (!answer.ok || !(found || answer.redirected)) throw new Error("the page is not there");
    if (answer.redirected || !("follow" in found.dataset)) { // signed out meanwhile, or all done
      location.reload();
      return;
    }
    part.replaceChildren(...found.childNodes);
  } catch {
    pause = Math.min(wait * 2, AT_MOST); // the service may be starting anew: it is asked again, less often
  }
  setTimeout(() => follow(part, pause), pause);
}
