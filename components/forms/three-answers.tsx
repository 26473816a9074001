/** What an identity is made of, for somebody who has never heard of it. */
export function ThreeAnswers() {
  return (
    <section className="three">
      <h2>Three answers that have to agree</h2>
      <p>When they point at each other, most receivers stop asking.</p>
      <div className="card thirds">
        <div>
          <h3>Reverse</h3>
          <p className="quote">203.0.113.10 → mail.example.com</p>
          <p>Set by the owner of the address: your provider, not your domain’s DNS host.</p>
        </div>
        <div>
          <h3>Forward</h3>
          <p className="quote">mail.example.com → 203.0.113.10</p>
          <p>Set in your own zone. It must lead back to the same address.</p>
        </div>
        <div>
          <h3>Greeting</h3>
          <p className="quote">EHLO mail.example.com</p>
          <p>Set in your mail server. A real name that resolves, best the same one.</p>
        </div>
      </div>
    </section>
  );
}
