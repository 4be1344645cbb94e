/**
 * <bulkhead-passkeys> asks the browser for passkeys on behalf of the page's server side: what is asked and answered goes through it as
 * JSON, as the Web Authentication API reads and writes it. Answers are never rejected, so that a reader who thinks otherwise is no fault.
 */
const fault = (error: unknown) => JSON.stringify({ fault: error instanceof Error ? error.name : 'Error' });

class Passkeys extends HTMLElement {
  connectedCallback() {
    this.hidden = true;
  }

  async make(options: string): Promise<string> {
    try {
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options));
      return JSON.stringify(await navigator.credentials.create({ publicKey }));
    } catch (error) {
      return fault(error);
    }
  }

  async use(options: string): Promise<string> {
    try {
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options));
      return JSON.stringify(await navigator.credentials.get({ publicKey }));
    } catch (error) {
      return fault(error);
    }
  }
}

customElements.define('bulkhead-passkeys', Passkeys);
