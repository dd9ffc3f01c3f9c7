import * as THREE from 'three';
import { FullScreenQuad } from 'three/addons/postprocessing/Pass.js';
import { sample4, toDisc } from './random.js';

/**
 * Renders a picture as the mean of many passes. Each pass moves the sun within its disc, takes one
 * direction of the surrounding light, and shifts the lens and the pixel grid a little. The mean has soft
 * shadows, true ambient occlusion, depth of field and clean edges.
 */

/** Light number 0 is the key light; the sampled surroundings give no highlights of their own. */
export function patchLighting() {
  const chunk = THREE.ShaderChunk;
  const start = chunk.lights_fragment_begin.indexOf('DirectionalLight directionalLight;');
  const head = chunk.lights_fragment_begin.slice(0, start);
  const tail = chunk.lights_fragment_begin
    .slice(start)
    .replace(
      /RE_Direct\( directLight[^;]*;/,
      (call) => `
      vec3 kept_i = reflectedLight.directSpecular;
      #if UNROLLED_LOOP_INDEX == 1
        seen = receiveShadow ? step(0.0001, dot(directLight.color, vec3(1.0))) : 1.0;
        seen *= smoothstep(-0.3, 0.3, dot(geometryNormal, directLight.direction));
        #define SAMPLED_LIGHT
      #endif
      ${call}
      #if UNROLLED_LOOP_INDEX > 0
        reflectedLight.directSpecular = kept_i;
      #endif`,
    )
    .replaceAll('kept_i', 'kept_UNROLLED_LOOP_INDEX');
  chunk.lights_fragment_begin = `${head}float seen = 0.5;\n${tail}`;
  chunk.lights_fragment_maps = chunk.lights_fragment_maps
    .replace(
      'iblIrradiance += getIBLIrradiance( geometryNormal );',
      'iblIrradiance += getIBLIrradiance( geometryNormal ) * 0.06;',
    )
    .replace('radiance += iblRadiance;', 'radiance += iblRadiance * (0.3 + 1.2 * seen);');
}

/** Haze that takes on the colour of the sun when looking towards it and thins with height. */
export function patchHaze({ sun, tint, height }) {
  const vector = (v) => `vec3(${v.toArray().map((n) => n.toFixed(5))})`;
  THREE.ShaderChunk.fog_fragment = `
  #ifdef USE_FOG
    float hazeAmount = 1.0 - exp( -fogDensity * vFogDepth );
    vec3 hazeColor = fogColor;
    #ifdef WORLD_HAZE
      vec3 away = normalize( vWorld - cameraPosition );
      hazeAmount *= exp( -max( vWorld.y, 0.0 ) / ${height.toFixed(1)} );
      hazeColor = mix( fogColor, ${vector(new THREE.Color(tint))}, pow( max( dot( away, ${vector(sun)} ), 0.0 ), 5.0 ) * 0.8 );
    #endif
    gl_FragColor.rgb = mix( gl_FragColor.rgb, hazeColor, hazeAmount );
  #endif`;
}

function makeLight(size, area) {
  const light = new THREE.DirectionalLight(0xffffff, 1);
  light.castShadow = true;
  light.shadow.mapSize.set(size, size);
  light.shadow.autoUpdate = false;
  light.shadow.bias = -0.0004;
  light.shadow.normalBias = (area.radius * 3.4) / size;
  const { camera } = light.shadow;
  camera.left = camera.bottom = -area.radius;
  camera.right = camera.top = area.radius;
  camera.near = 1;
  camera.far = area.radius * 4;
  light.target.position.copy(area.center);
  return light;
}

function aim(light, direction, area) {
  light.position.copy(area.center).addScaledVector(direction, area.radius * 2);
  light.updateMatrixWorld();
  light.target.updateMatrixWorld();
  light.shadow.needsUpdate = true;
}

/** Two unit vectors at right angles to `direction`. */
function basis(direction) {
  const side = new THREE.Vector3(0, 1, 0).cross(direction).normalize();
  return [side, direction.clone().cross(side)];
}

function sunSample(sun, u, v) {
  const [side, up] = basis(sun.direction);
  const [dx, dy] = toDisc(u, v);
  return sun.direction
    .clone()
    .addScaledVector(side, dx * sun.spread)
    .addScaledVector(up, dy * sun.spread)
    .normalize();
}

/** Direction on the sphere: `above` of the samples from the upper half, and the weight that makes it fair. */
function domeSample(u, v, above) {
  const upper = v < above;
  const t = upper ? v / above : (v - above) / (1 - above);
  const y = upper ? t : -t;
  const ring = Math.sqrt(Math.max(0, 1 - y * y));
  const angle = u * Math.PI * 2;
  const weight = (2 * Math.PI) / (upper ? above : 1 - above);
  return { direction: new THREE.Vector3(ring * Math.cos(angle), y, ring * Math.sin(angle)), weight };
}

export class Accumulator {
  constructor(renderer, picture, { width, height, passes, mapScale }) {
    Object.assign(this, { renderer, picture, width, height, passes });
    const { area } = picture;
    this.key = makeLight(4096 * mapScale, picture.keyArea ?? area);
    this.fill = makeLight(2048 * mapScale, area);
    picture.scene.add(this.key, this.key.target, this.fill, this.fill.target);
    const options = {
      type: THREE.HalfFloatType,
      minFilter: THREE.LinearFilter,
      magFilter: THREE.LinearFilter,
    };
    this.frame = new THREE.WebGLRenderTarget(width, height, options);
    this.sum = new THREE.WebGLRenderTarget(width, height, { type: THREE.FloatType, depthBuffer: false });
    this.adder = new FullScreenQuad(
      new THREE.ShaderMaterial({
        uniforms: { map: { value: this.frame.texture }, weight: { value: 1 / passes } },
        vertexShader: 'varying vec2 at; void main() { at = uv; gl_Position = vec4(position.xy, 0.0, 1.0); }',
        fragmentShader:
          'varying vec2 at; uniform sampler2D map; uniform float weight; void main() { gl_FragColor = vec4(min(texture2D(map, at).rgb, vec3(30.0)) * weight, 1.0); }',
        blending: THREE.CustomBlending,
        blendSrc: THREE.OneFactor,
        blendDst: THREE.OneFactor,
        depthTest: false,
        depthWrite: false,
      }),
    );
    this.depthOnly = [THREE.FrontSide, THREE.BackSide, THREE.DoubleSide].map(
      (side) => new THREE.MeshBasicMaterial({ side, colorWrite: false, shadowSide: THREE.DoubleSide }),
    );
    this.home = { position: picture.camera.position.clone(), quaternion: picture.camera.quaternion.clone() };
  }

  run(progress) {
    this.renderer.setRenderTarget(this.sum);
    this.renderer.setClearColor(0x000000, 0);
    this.renderer.clear();
    for (let i = 0; i < this.passes; i++) {
      this.pass(i);
      progress?.(i);
    }
    const pixels = new Float32Array(this.width * this.height * 4);
    this.renderer.readRenderTargetPixels(this.sum, 0, 0, this.width, this.height, pixels);
    return pixels;
  }

  pass(i) {
    const [a, b, c, d] = sample4(i);
    const { picture, renderer } = this;
    this.lightScene(i, [a, b, c, d]);
    this.moveCamera([c, d, b, a]);
    picture.beforePass?.(this, [a, b, c, d]);
    this.renderFrame();
    renderer.setRenderTarget(this.sum);
    renderer.autoClear = false;
    this.adder.render(renderer);
    renderer.autoClear = true;
  }

  /** Depth first with trivial shading, then the costly materials only where they are seen. */
  renderFrame() {
    const { picture, renderer } = this;
    renderer.setRenderTarget(this.frame);
    renderer.clear();
    renderer.autoClear = false;
    const swapped = [];
    const { background } = picture.scene;
    picture.scene.background = null;
    picture.scene.traverse((mesh) => {
      if (!mesh.isMesh) return;
      swapped.push([mesh, mesh.material, mesh.visible]);
      if (mesh.material.isShaderMaterial) mesh.visible = false;
      else mesh.material = this.depthOnly[mesh.material.side];
    });
    renderer.render(picture.scene, picture.camera);
    for (const [mesh, material, visible] of swapped) Object.assign(mesh, { material, visible });
    picture.scene.background = background;
    renderer.render(picture.scene, picture.camera);
    renderer.autoClear = true;
  }

  lightScene(i, [a, b]) {
    const { picture, renderer } = this;
    const { sun, area } = picture;
    const above = picture.above ?? 0.78;
    const n = (i + 0.5) / this.passes;
    const { direction, weight } = domeSample((i * 0.618034) % 1, n, above);
    this.key.color.copy(sun.color);
    this.key.intensity = sun.strength;
    this.fill.color.copy(picture.surround(direction));
    this.fill.intensity = weight;
    aim(this.fill, direction, area);
    if (picture.roof) this.shadowPass(false);
    aim(this.key, sunSample(sun, a, b), picture.keyArea ?? area);
    if (picture.roof) this.shadowPass(true);
    renderer.shadowMap.needsUpdate = true;
  }

  /** Roof and walls throw shadows from the sun but not from the sampled surroundings. */
  shadowPass(cast) {
    for (const mesh of this.picture.roof) mesh.castShadow = cast;
    this.frame.scissorTest = true;
    this.frame.scissor.set(0, 0, 1, 1);
    this.renderer.setRenderTarget(this.frame);
    this.renderer.shadowMap.needsUpdate = true;
    this.renderer.render(this.picture.scene, this.picture.camera);
    this.frame.scissorTest = false;
  }

  moveCamera([px, py, lu, lv]) {
    const { camera, lens } = this.picture;
    camera.position.copy(this.home.position);
    camera.quaternion.copy(this.home.quaternion);
    const [dx, dy] = toDisc(lu, lv);
    const shift = [px - 0.5, py - 0.5];
    if (lens?.aperture) {
      camera.updateMatrixWorld();
      const right = new THREE.Vector3().setFromMatrixColumn(camera.matrixWorld, 0);
      const up = new THREE.Vector3().setFromMatrixColumn(camera.matrixWorld, 1);
      camera.position.addScaledVector(right, dx * lens.aperture).addScaledVector(up, dy * lens.aperture);
      const pixels = this.height / (2 * Math.tan((camera.fov * Math.PI) / 360) * lens.focus);
      shift[0] -= dx * lens.aperture * pixels;
      shift[1] += dy * lens.aperture * pixels;
    }
    camera.setViewOffset(this.width, this.height, shift[0], shift[1], this.width, this.height);
    camera.updateMatrixWorld();
  }
}
